package io.denizen.application.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Bio;
import io.denizen.domain.identity.BirthDate;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.PersonName;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.ProfileDetails;
import io.denizen.domain.identity.ProfileFailure;
import io.denizen.domain.shared.StoreFailure;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What identities tell about themselves. */
class IdentityProfileTest {

  private final House house = new House();
  private final Identity ada = house.person();

  @Test
  void aProfileThatNobodyHasWrittenIsThereAndEmpty() {
    assertThat(answer(house.profiles.get(house.caller, ada.id()))).isEmpty();
    assertThat(house.historyOf(Profile.name(ada.id()))).isEmpty();
  }

  @Test
  void theFirstUpdateCreatesItAndLeavesOneEvent() {
    Profile written = answer(update(null, nicknamed("Ada")));

    assertThat(written.lifecycle().version()).isEqualTo(1);
    assertThat(answer(house.profiles.get(house.caller, ada.id()))).contains(written);
    assertThat(house.eventsOf(written))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action().value()).isEqualTo("profile.created");
              assertThat(event.before()).isNull();
              assertThat(event.after()).isEqualTo(written.image());
            });
    assertThat(house.historyOf(ada)).containsExactly("created");
  }

  @Test
  void theFirstUpdateCreatesItEvenIfItTellsNothing() {
    Profile written = answer(update(null, details -> details));

    assertThat(written.details()).isEqualTo(ProfileDetails.NOTHING);
    assertThat(house.historyOf(written)).containsExactly("created");
  }

  @Test
  void whatAnEditDoesNotTouchStays() {
    answer(update(null, nicknamed("Ada")));
    Profile edited = answer(update(null, details -> details.withBio(new Bio("Notes"))));

    assertThat(edited.details())
        .isEqualTo(nicknamed("Ada").apply(ProfileDetails.NOTHING).withBio(new Bio("Notes")));
    List<AuditEvent> events = house.eventsOf(edited);
    assertThat(events).hasSize(2);
    assertThat(events.getLast().action().value()).isEqualTo("profile.updated");
    assertThat(events.getLast().before()).isEqualTo(events.getFirst().after());
    assertThat(events.getLast().after()).isEqualTo(edited.image());
  }

  @Test
  void anEditThatChangesNothingLeavesNoTrace() {
    Profile written = answer(update(null, nicknamed("Ada")));

    assertThat(answer(update(null, nicknamed("Ada")))).isEqualTo(written);
    assertThat(house.historyOf(written)).containsExactly("created");
  }

  @Test
  void whatTheCallerSawMustBeWhatIsThere() {
    assertThat(refusal(update(1L, nicknamed("Ada"))))
        .isEqualTo(new StaleVersion(Profile.name(ada.id())));
    Profile written = answer(update(0L, nicknamed("Ada")));

    for (long stale : new long[] {0, 2, -1}) {
      assertThat(refusal(update(stale, nicknamed("Augusta"))))
          .isEqualTo(new StaleVersion(written.name()));
    }
    answer(update(1L, nicknamed("Augusta")));
    assertThat(house.historyOf(written)).containsExactly("created", "updated");
  }

  @Test
  void nobodyIsBornInTheFuture() {
    UnaryOperator<ProfileDetails> unborn =
        details -> details.withBirthDate(new BirthDate("9999-01-01"));

    assertThat(refusal(update(null, unborn))).isEqualTo(new ProfileFailure.BirthDateInFuture());
    Profile written = answer(update(null, nicknamed("Ada")));
    assertThat(refusal(update(null, unborn))).isEqualTo(new ProfileFailure.BirthDateInFuture());
    assertThat(house.historyOf(written)).containsExactly("created");
  }

  @Test
  void whoIsNotThereHasNone() {
    IdentityId nobody = house.fixtures.identityId();
    answer(update(null, nicknamed("Ada")));
    answer(house.identities.delete(house.submission, ada.id(), null, false));

    for (IdentityId gone : List.of(nobody, ada.id())) {
      assertThat(refusal(house.profiles.get(house.caller, gone)))
          .isEqualTo(new IdentityFailure.NotFound(gone));
      assertThat(refusal(house.profiles.update(house.submission, gone, null, nicknamed("Nobody"))))
          .isEqualTo(new IdentityFailure.NotFound(gone));
    }
  }

  @Test
  void itGoesWithItsIdentityAndComesBackWithIt() {
    Profile written = answer(update(null, nicknamed("Ada")));
    answer(house.identities.delete(house.submission, ada.id(), null, false));
    answer(house.identities.undelete(house.submission, ada.id(), null));

    Profile back = answer(house.profiles.get(house.caller, ada.id())).orElseThrow();
    assertThat(back.details()).isEqualTo(written.details());
    assertThat(back.id()).isEqualTo(written.id());
    assertThat(house.historyOf(written)).containsExactly("created", "deleted", "undeleted");
  }

  @Test
  void aRepeatedUpdateAnswersTheFirstOutcome() {
    Submission once = new Submission(house.caller, house.fixtures.request(), false);
    Profile first = answer(house.profiles.update(once, ada.id(), 0L, nicknamed("Ada")));
    answer(update(null, nicknamed("Augusta")));

    assertThat(answer(house.profiles.update(once, ada.id(), 0L, nicknamed("Ada"))))
        .isEqualTo(first);
    assertThat(house.historyOf(first)).containsExactly("created", "updated");
  }

  @Test
  void anUpdateThatIsOnlyValidatedChangesNothing() {
    Submission trial = new Submission(house.caller, null, true);

    assertThat(
            answer(house.profiles.update(trial, ada.id(), null, nicknamed("Ada")))
                .lifecycle()
                .version())
        .isEqualTo(1);
    assertThat(answer(house.profiles.get(house.caller, ada.id()))).isEmpty();
    assertThat(house.historyOf(Profile.name(ada.id()))).isEmpty();
  }

  @Test
  void aStoreThatDoesNotAnswerIsToldOf() {
    house.store.setAvailable(false);

    assertThat(refusal(house.profiles.get(house.caller, ada.id())))
        .isEqualTo(new StoreFailure.Unavailable());
  }

  private CompletionStage<Profile> update(
      @Nullable Long version, UnaryOperator<ProfileDetails> edit) {
    return house.profiles.update(house.submission, ada.id(), version, edit);
  }

  private static UnaryOperator<ProfileDetails> nicknamed(String nickname) {
    return details -> details.withName(name -> name.withNickname(new PersonName(nickname)));
  }
}
