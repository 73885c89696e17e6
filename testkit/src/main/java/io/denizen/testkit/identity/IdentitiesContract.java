package io.denizen.testkit.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.shared.DisplayName;
import io.denizen.testkit.shared.PortContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Identities} promises about single identities; lists are in its sibling. */
public abstract class IdentitiesContract extends PortContract {

  @Test
  void givesBackAPersonExactlyAsItWasCommitted() {
    Identity person = created(fixtures().details());

    assertThat(answer(identities().byId(person.id()))).contains(person);
    assertThat(answer(identities().byIdIncludingDeleted(person.id()))).contains(person);
  }

  @Test
  void givesBackAServiceWithoutEmailAndSlug() {
    IdentityId id = fixtures().identityId();
    Identity service =
        committed(
            occasion ->
                Identity.create(id, IdentityKind.SERVICE, fixtures().bareDetails(), occasion));

    assertThat(answer(identities().byId(id))).contains(service);
  }

  @Test
  void givesBackEveryFieldOfAnUpdatedIdentity() {
    Identity person = created(fixtures().details());
    Identity suspended =
        committed(
            occasion -> IdentityChanges.with(person, IdentityState.SUSPENDED, true, occasion));

    assertThat(answer(identities().byId(person.id()))).contains(suspended);
  }

  @Test
  void keepsLettersOfEveryScript() {
    for (String name :
        List.of(
            "O'Brien \\ \"Ada\" %_;--",
            "Zoë Ångström",
            "e\u0301 decomposed",
            "李小龍",
            "مريم",
            "👩\u200D💻 Grace",
            "𐐨".repeat(DisplayName.MAX_LENGTH))) {
      Identity person = created(fixtures().details().withDisplayName(new DisplayName(name)));

      assertThat(answer(identities().byId(person.id()))).contains(person);
    }
  }

  @Test
  void findsNothingWhereNothingIs() {
    IdentityId unknown = fixtures().identityId();

    assertThat(answer(identities().byId(unknown))).isEmpty();
    assertThat(answer(identities().byIdIncludingDeleted(unknown))).isEmpty();
    assertThat(answer(identities().byIds(List.of(unknown)))).isEmpty();
    assertThat(answer(identities().byIds(List.of()))).isEmpty();
    assertThat(answer(identities().byIdsIncludingDeleted(List.of()))).isEmpty();
    assertThat(answer(identities().byEmail(fixtures().email()))).isEmpty();
    assertThat(answer(identities().bySlug(fixtures().slug()))).isEmpty();
  }

  @Test
  void leavesADeletedIdentityOutOfEveryReadThatDoesNotAskForIt() {
    IdentityDetails details = fixtures().details();
    EmailAddress email = fixtures().email();
    Identity person = created(details.withEmail(email));
    Identity deleted = committed(person::delete);

    assertThat(answer(identities().byId(person.id()))).isEmpty();
    assertThat(answer(identities().byIds(List.of(person.id())))).isEmpty();
    assertThat(answer(identities().byEmail(email))).isEmpty();
    assertThat(answer(identities().bySlug(IdentityChanges.slug(person)))).isEmpty();
    assertThat(answer(identities().byIdIncludingDeleted(person.id()))).contains(deleted);
    assertThat(answer(identities().byIdsIncludingDeleted(List.of(person.id()))))
        .containsExactly(deleted);
  }

  @Test
  void givesBackAnUndeletedIdentity() {
    Identity deleted = committed(created(fixtures().details())::delete);
    Identity back = committed(deleted::undelete);

    assertThat(answer(identities().byId(back.id()))).contains(back);
  }

  @Test
  void findsThoseOfManyThatExist() {
    Identity one = created(fixtures().details());
    Identity two = created(fixtures().details());
    Identity deleted = committed(created(fixtures().details())::delete);
    List<IdentityId> ids = List.of(two.id(), fixtures().identityId(), deleted.id(), one.id());

    assertThat(answer(identities().byIds(ids))).containsExactlyInAnyOrder(one, two);
    assertThat(answer(identities().byIdsIncludingDeleted(ids)))
        .containsExactlyInAnyOrder(one, two, deleted);
  }

  @Test
  void findsAnIdentityOnceHoweverOftenItsIdIsGiven() {
    Identity person = created(fixtures().details());
    List<IdentityId> ids = Collections.nCopies(3, person.id());

    assertThat(answer(identities().byIds(ids))).containsExactly(person);
    assertThat(answer(identities().byIdsIncludingDeleted(ids))).containsExactly(person);
  }

  @Test
  void findsAThousandAtOnce() {
    Identity person = created(fixtures().details());
    List<IdentityId> ids = new ArrayList<>();
    for (int i = 1; i < 1_000; i++) {
      ids.add(fixtures().identityId());
    }
    ids.add(person.id());

    assertThat(answer(identities().byIds(ids))).containsExactly(person);
  }

  @Test
  void findsByEmailWhateverTheCase() {
    String word = fixtures().word("ÅdA.");
    Identity person =
        created(fixtures().details().withEmail(new EmailAddress(word + "@Example.ORG")));

    for (String typed :
        List.of(
            word + "@Example.ORG",
            word + "@example.org",
            word.replace("ÅdA", "åda") + "@EXAMPLE.ORG",
            word.replace("Å", "A\u030A") + "@example.org")) {
      assertThat(answer(identities().byEmail(new EmailAddress(typed)))).contains(person);
    }
  }

  @Test
  void takesWhatLooksLikeAPatternLiterally() {
    String word = fixtures().word("");
    Identity person =
        created(fixtures().details().withEmail(new EmailAddress("axb" + word + "@example.org")));

    for (String pattern : List.of("a_b", "a%b", "%", "a.*b")) {
      EmailAddress typed = new EmailAddress(pattern.replace(".*", "*") + word + "@example.org");
      assertThat(answer(identities().byEmail(typed))).isNotEqualTo(person).isEmpty();
    }
  }

  @Test
  void findsBySlug() {
    Identity person = created(fixtures().details());

    assertThat(answer(identities().bySlug(IdentityChanges.slug(person)))).contains(person);
  }

  @Test
  void findsByWhatAnIdentityHasNowNotByWhatItHad() {
    Identity person = created(fixtures().details());
    IdentityDetails details = fixtures().details();
    Identity renamed = committed(IdentityChanges.edit(person, old -> details));

    assertThat(answer(identities().byEmail(IdentityChanges.email(person)))).isEmpty();
    assertThat(answer(identities().bySlug(IdentityChanges.slug(person)))).isEmpty();
    assertThat(answer(identities().byEmail(IdentityChanges.email(renamed)))).contains(renamed);
    assertThat(answer(identities().bySlug(IdentityChanges.slug(renamed)))).contains(renamed);
  }

  private Identity created(IdentityDetails details) {
    return committed(
        occasion ->
            Identity.create(fixtures().identityId(), IdentityKind.PERSON, details, occasion));
  }

  private Identities identities() {
    return ports().identities();
  }
}
