package io.denizen.application.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Failure;
import io.denizen.testkit.identity.IdentityChanges;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Creating identities and saying something else of them. */
class IdentityEditingTest {

  private final House house = new House();
  private final Identity ada = house.person();

  @Test
  void aNewIdentityIsActiveUnverifiedAndLeavesOneEvent() {
    IdentityDetails details = house.fixtures.details();
    Identity created =
        answer(house.identities.create(house.submission, IdentityKind.PERSON, details));

    assertThat(created.details()).isEqualTo(details);
    assertThat(created.emailVerified()).isFalse();
    assertThat(created.lifecycle().version()).isEqualTo(1);
    assertThat(answer(house.identityDirectory.get(house.caller, created.id(), false)))
        .isEqualTo(created);
    assertThat(house.eventsOf(created))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action().value()).isEqualTo("identity.created");
              assertThat(event.actor()).isEqualTo(house.caller.actor());
              assertThat(event.before()).isNull();
              assertThat(event.after()).isEqualTo(created.image());
            });
  }

  @Test
  void aPersonNeedsAnEmailAddressAndAServiceDoesNot() {
    IdentityDetails bare = house.fixtures.bareDetails();

    assertThat(refusal(house.identities.create(house.submission, IdentityKind.PERSON, bare)))
        .isEqualTo(new IdentityFailure.EmailMissing());
    assertThat(refusedEdit(ada, details -> details.withEmail(null)))
        .isEqualTo(new IdentityFailure.EmailMissing());
    assertThat(
            answer(house.identities.create(house.submission, IdentityKind.SERVICE, bare)).details())
        .isEqualTo(bare);
  }

  @Test
  void anUpdateLeavesOneEventInWhichOnlyWhatChangedDiffers() {
    house.watch.pass(Duration.ofSeconds(1));
    Identity edited =
        answer(edit(ada, details -> details.withDisplayName(house.fixtures.displayName())));

    List<AuditEvent> events = house.eventsOf(ada);
    assertThat(events).hasSize(2);
    Document before = Objects.requireNonNull(events.getLast().before());
    Document after = Objects.requireNonNull(events.getLast().after());
    assertThat(before).isEqualTo(ada.image());
    assertThat(after).isEqualTo(edited.image());
    assertThat(differing(before, after))
        .containsExactlyInAnyOrder("display_name", "update_time", "version");
  }

  @Test
  void anEditThatChangesNothingLeavesNoTrace() {
    assertThat(answer(edit(ada, details -> details))).isEqualTo(ada);
    assertThat(house.historyOf(ada)).containsExactly("created");
  }

  @Test
  void anEmailIsTakenWhateverItsCaseAndASlugToo() {
    Identity other = house.person();
    EmailAddress shouted =
        new EmailAddress(IdentityChanges.email(ada).value().toUpperCase(Locale.ROOT));

    assertThat(refusedEdit(other, details -> details.withEmail(shouted)))
        .isEqualTo(new IdentityFailure.EmailTaken());
    assertThat(refusedEdit(other, details -> details.withSlug(ada.details().slug())))
        .isEqualTo(new IdentityFailure.SlugTaken());
    assertThat(house.historyOf(other)).containsExactly("created");
    assertThat(answer(edit(ada, details -> details.withEmail(shouted))).details().email())
        .isEqualTo(shouted);
  }

  @Test
  void whatTheCallerSawMustBeWhatIsThere() {
    answer(edit(ada, details -> house.fixtures.details()));

    assertThat(
            refusal(
                house.identities.update(
                    house.submission, ada.id(), 1L, seen -> house.fixtures.details())))
        .isEqualTo(new StaleVersion(ada.name()));
    assertThat(
            answer(
                    house.identities.update(
                        house.submission, ada.id(), 2L, seen -> house.fixtures.details()))
                .lifecycle()
                .version())
        .isEqualTo(3);
    assertThat(house.historyOf(ada)).containsExactly("created", "updated", "updated");
  }

  @Test
  void anEditMayRefuse() {
    Failure refusal = new IdentityFailure.SlugTaken();

    assertThat(
            refusal(
                house.identities.update(
                    house.submission,
                    ada.id(),
                    null,
                    seen -> {
                      throw refusal.asException();
                    })))
        .isEqualTo(refusal);
    assertThat(house.historyOf(ada)).containsExactly("created");
  }

  @Test
  void whoIsNotThereCannotBeEdited() {
    IdentityId nobody = house.fixtures.identityId();

    assertThat(
            refusal(
                house.identities.update(
                    house.submission, nobody, null, seen -> house.fixtures.details())))
        .isEqualTo(new IdentityFailure.NotFound(nobody));
    answer(house.identities.delete(house.submission, ada.id(), null, false));
    assertThat(refusedEdit(ada, details -> house.fixtures.details()))
        .isEqualTo(new IdentityFailure.NotFound(ada.id()));
  }

  @Test
  void anUpdateThatIsOnlyValidatedChangesNothing() {
    Submission trial = new Submission(house.caller, null, true);
    Identity asIf =
        answer(house.identities.update(trial, ada.id(), null, seen -> house.fixtures.details()));

    assertThat(asIf.lifecycle().version()).isEqualTo(2);
    assertThat(answer(house.identityDirectory.get(house.caller, ada.id(), false))).isEqualTo(ada);
    assertThat(house.historyOf(ada)).containsExactly("created");
  }

  private CompletionStage<Identity> edit(Identity identity, UnaryOperator<IdentityDetails> edit) {
    return house.identities.update(
        house.submission, identity.id(), null, seen -> edit.apply(seen.details()));
  }

  private Failure refusedEdit(Identity identity, UnaryOperator<IdentityDetails> edit) {
    return refusal(edit(identity, edit));
  }

  private static Set<String> differing(Document before, Document after) {
    Set<String> fields = new HashSet<>(before.fields().keySet());
    fields.addAll(after.fields().keySet());
    fields.removeIf(field -> Objects.equals(before.get(field), after.get(field)));
    return fields;
  }
}
