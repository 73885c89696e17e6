package io.denizen.testkit.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.identity.SingletonParts;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.PortContract;
import io.denizen.testkit.shared.Together;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What {@link SingletonParts} and the journal promise about parts of which each identity has one.
 */
public abstract class PartContract<P extends IdentityPart> extends PortContract {

  private static final int MANY = 16;

  /** The port under test. */
  abstract SingletonParts<P> parts();

  /** The first version, with something in it. */
  abstract Change<P> create(IdentityId identityId, Occasion occasion);

  /** Another version. */
  abstract Change<P> edit(P part, Occasion occasion);

  abstract P fromImage(Document image);

  @Test
  void findsNothingUntilSomebodyWritesIt() {
    assertThat(answer(parts().byIdentity(person().id()))).isEmpty();
    assertThat(answer(parts().byIdentity(fixtures().identityId()))).isEmpty();
    assertThat(answer(parts().ofIdentity(fixtures().identityId()))).isEmpty();
    assertThat(answer(parts().restorable(fixtures().occasion().changeSet()))).isEmpty();
  }

  @Test
  void findsThatOfTheIdentityAloneAndAsItIsNow() {
    P first = created(person().id());
    P other = created(person().id());

    P edited = committed(occasion -> edit(first, occasion));

    assertThat(answer(parts().byIdentity(first.identityId()))).contains(edited);
    assertThat(answer(parts().ofIdentity(first.identityId()))).containsExactly(edited);
    assertThat(answer(parts().byIdentity(other.identityId()))).contains(other);
    assertThat(actions(first)).containsExactly("created", "updated");
  }

  @Test
  void canBeRebuiltFromTheImageOfEachVersion() {
    P first = created(person().id());
    P edited = committed(occasion -> edit(first, occasion));

    for (P version : List.of(first, edited)) {
      assertThat(
              answer(ports().auditEvents().imageAt(ResourceVersion.of(version)))
                  .map(this::fromImage))
          .contains(version);
    }
  }

  @Test
  void refusesAChangeDecidedOnAnOldVersion() {
    P first = created(person().id());
    committed(occasion -> edit(first, occasion));

    assertThat(refused(occasion -> edit(first, occasion)))
        .isEqualTo(new StaleVersion(first.name()));
    assertThat(actions(first)).containsExactly("created", "updated");
  }

  @Test
  void refusesASecondThatWasDecidedAsIfItWereTheFirst() {
    P first = created(person().id());

    assertThat(refused(occasion -> create(first.identityId(), occasion)))
        .isEqualTo(new StaleVersion(first.name()));
    assertThat(answer(parts().ofIdentity(first.identityId()))).containsExactly(first);
    assertThat(actions(first)).containsExactly("created");
  }

  @Test
  void letsOneOfManyWriteTheFirst() {
    IdentityId identityId = person().id();

    long refused =
        Together.start(
                MANY,
                number -> {
                  Occasion occasion = fixtures().occasion();
                  return ports().journal().commit(set(occasion, create(identityId, occasion)));
                })
            .stream()
            .filter(PartContract::isStale)
            .count();

    assertThat(refused).isEqualTo(MANY - 1);
    assertThat(answer(parts().ofIdentity(identityId)))
        .singleElement()
        .satisfies(part -> assertThat(actions(part)).containsExactly("created"));
  }

  @Test
  void needsALiveIdentity() {
    Identity deleted = committed(person()::delete);

    assertThat(refused(occasion -> create(deleted.id(), occasion)))
        .isInstanceOf(StaleVersion.class);
    assertThat(refused(occasion -> create(fixtures().identityId(), occasion)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void keepsItsIdentityFromBeingDeletedWithoutIt() {
    Identity person = person();
    created(person.id());

    assertThat(refused(person::delete)).isInstanceOf(StaleVersion.class);
    assertThat(answer(ports().identities().byId(person.id()))).contains(person);
  }

  @Test
  void goesWithItsIdentityAndComesBackWithIt() {
    Identity person = person();
    P part = created(person.id());
    Occasion deletion = fixtures().occasion();
    Change<Identity> gone = person.delete(deletion);
    Change<? extends IdentityPart> goneToo = part.delete(deletion);
    answer(ports().journal().commit(set(deletion, goneToo, gone)));

    assertThat(answer(parts().byIdentity(person.id()))).isEmpty();
    assertThat(answer(parts().ofIdentity(person.id()))).isEmpty();
    List<P> restorable = answer(parts().restorable(deletion.changeSet()));
    assertThat(restorable).singleElement().isEqualTo(goneToo.after());

    Occasion returning = fixtures().occasion();
    Change<? extends IdentityPart> back = restorable.getFirst().undelete(returning);
    answer(ports().journal().commit(set(returning, gone.after().undelete(returning), back)));

    assertThat(answer(parts().ofIdentity(person.id()))).singleElement().isEqualTo(back.after());
    assertThat(answer(parts().restorable(deletion.changeSet()))).isEmpty();
    assertThat(actions(part)).containsExactly("created", "deleted", "undeleted");
  }

  final Identity person() {
    return committed(
        occasion ->
            Identity.create(
                fixtures().identityId(), IdentityKind.PERSON, fixtures().details(), occasion));
  }

  final P created(IdentityId identityId) {
    return committed(occasion -> create(identityId, occasion));
  }

  private Failure refused(Function<Occasion, Change<?>> decide) {
    Occasion occasion = fixtures().occasion();
    return refusal(ports().journal().commit(set(occasion, decide.apply(occasion))));
  }

  private List<String> actions(IdentityPart part) {
    return eventsOf(part.name()).stream()
        .map(AuditEvent::action)
        .map(action -> action.value().substring(part.noun().length() + 1))
        .toList();
  }

  private static boolean isStale(CompletionStage<?> stage) {
    boolean failed = answer(stage.handle((value, thrown) -> thrown != null));
    return failed && refusal(stage) instanceof StaleVersion;
  }
}
