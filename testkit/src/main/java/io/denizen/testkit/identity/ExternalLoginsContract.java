package io.denizen.testkit.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginFailure.AccountLinked;
import io.denizen.domain.identity.ExternalLoginQuery;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import io.denizen.testkit.shared.PortContract;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ExternalLogins} and the journal promise about external logins. */
public abstract class ExternalLoginsContract extends PortContract {

  @Test
  void givesBackAnExternalLoginExactlyAsItWasCommitted() {
    Identity person = person();
    ExternalLogin full = linked(person, fixtures().externalAccount());
    ExternalLogin bare =
        committed(
            occasion ->
                ExternalLogin.link(
                    fixtures().externalLoginId(),
                    person.id(),
                    fixtures().externalAccount(),
                    null,
                    null,
                    occasion));

    for (ExternalLogin login : List.of(full, bare)) {
      assertThat(answer(logins().byId(person.id(), login.id()))).contains(login);
      assertThat(answer(logins().byAccount(login.account()))).contains(login);
      assertThat(eventsOf(login.name()).stream().map(event -> event.action().value()))
          .containsExactly("external_login.created");
      assertThat(
              answer(ports().auditEvents().imageAt(ResourceVersion.of(login)))
                  .map(ExternalLogin::fromImage))
          .contains(login);
    }
    assertThat(answer(logins().ofIdentity(person.id()))).containsExactlyInAnyOrder(full, bare);
  }

  @Test
  void findsNoExternalLoginOfAnotherIdentity() {
    ExternalLogin login = linked(person(), fixtures().externalAccount());
    Identity other = person();

    assertThat(answer(logins().byId(other.id(), login.id()))).isEmpty();
    assertThat(answer(logins().byIdIncludingDeleted(other.id(), login.id()))).isEmpty();
    assertThat(answer(logins().ofIdentity(other.id()))).isEmpty();
    assertThat(answer(logins().byAccount(fixtures().externalAccount()))).isEmpty();
  }

  @Test
  void takesAccountsAsTheyAre() {
    ExternalAccount account = fixtures().externalAccount();
    ExternalLogin login = linked(person(), account);
    ExternalAccount elsewhere = new ExternalAccount(new Slug("elsewhere"), account.subject());
    ExternalAccount upperCase =
        new ExternalAccount(account.provider(), account.subject().replace("s", "S") + "S");

    assertThat(answer(logins().byAccount(elsewhere))).isEmpty();
    assertThat(answer(logins().byAccount(upperCase))).isEmpty();
    linked(person(), elsewhere);
    linked(person(), upperCase);
    assertThat(answer(logins().byAccount(account))).contains(login);
  }

  @Test
  void linksAnAccountOnceAmongTheLiving() {
    Identity person = person();
    ExternalLogin first = linked(person, fixtures().externalAccount());

    assertThat(refused(occasion -> link(person, first.account(), occasion)))
        .isEqualTo(new AccountLinked());
    assertThat(refused(occasion -> link(person(), first.account(), occasion)))
        .isEqualTo(new AccountLinked());
    ExternalLogin unlinked = committed(first::delete);
    assertThat(answer(logins().byAccount(first.account()))).isEmpty();
    assertThat(answer(logins().byIdIncludingDeleted(person.id(), first.id()))).contains(unlinked);
    ExternalLogin second = linked(person(), first.account());
    assertThat(answer(logins().byAccount(first.account()))).contains(second);
    assertThat(refused(unlinked::undelete)).isEqualTo(new AccountLinked());
  }

  @Test
  void livesOnlyWithItsIdentity() {
    Identity person = person();
    ExternalLogin login = linked(person, fixtures().externalAccount());

    assertThat(refused(person::delete)).isEqualTo(new StaleVersion(person.name()));
    Occasion occasion = fixtures().occasion();
    answer(
        ports().journal().commit(set(occasion, login.delete(occasion), person.delete(occasion))));
    assertThat(answer(logins().byId(person.id(), login.id()))).isEmpty();
    assertThat(refused(later -> link(person, fixtures().externalAccount(), later)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void restoresWhatADeletionTook() {
    Identity person = person();
    ExternalLogin login = linked(person, fixtures().externalAccount());
    committed(linked(person, fixtures().externalAccount())::delete);
    ExternalLogin deleted = committed(login::delete);
    ChangeSetId deletion = Objects.requireNonNull(deleted.lifecycle().deletion());

    assertThat(answer(logins().restorable(deletion))).containsExactly(deleted);
    committed(deleted::undelete);
    assertThat(answer(logins().restorable(deletion))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void listsThoseOfAnIdentityInTheOrderOfLinking(int pageSize) {
    Identity person = person();
    linked(person(), fixtures().externalAccount());
    ExternalLogin first = linked(person, fixtures().externalAccount());
    ExternalLogin second = committed(linked(person, fixtures().externalAccount())::delete);
    ExternalLogin third = linked(person, fixtures().externalAccount());

    ExternalLogin elsewhere =
        linked(person, new ExternalAccount(new Slug("elsewhere"), fixtures().word("")));

    assertThat(walk(new ExternalLoginQuery(person.id(), null, false, false), pageSize))
        .containsExactly(first, third, elsewhere);
    assertThat(walk(new ExternalLoginQuery(person.id(), null, true, true), pageSize))
        .containsExactly(elsewhere, third, second, first);
    assertThat(
            walk(
                new ExternalLoginQuery(person.id(), new Slug("elsewhere"), false, false), pageSize))
        .containsExactly(elsewhere);
  }

  private List<ExternalLogin> walk(ExternalLoginQuery query, int pageSize) {
    return Pages.walk(page -> logins().list(query, page), pageSize);
  }

  private Failure refused(Function<Occasion, ? extends Change<?>> decide) {
    Occasion occasion = fixtures().occasion();
    return refusal(ports().journal().commit(set(occasion, decide.apply(occasion))));
  }

  private ExternalLogin linked(Identity identity, ExternalAccount account) {
    return committed(occasion -> link(identity, account, occasion));
  }

  private Change<ExternalLogin> link(
      Identity identity, ExternalAccount account, Occasion occasion) {
    return ExternalLogin.link(
        fixtures().externalLoginId(),
        identity.id(),
        account,
        fixtures().email(),
        fixtures().displayName(),
        occasion);
  }

  private Identity person() {
    return committed(
        occasion ->
            Identity.create(
                fixtures().identityId(), IdentityKind.PERSON, fixtures().details(), occasion));
  }

  private ExternalLogins logins() {
    return ports().externalLogins();
  }
}
