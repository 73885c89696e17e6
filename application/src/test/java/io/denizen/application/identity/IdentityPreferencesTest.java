package io.denizen.application.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.PreferencesFailure.InvalidSettings;
import io.denizen.domain.identity.Settings;
import io.denizen.domain.identity.SettingsPath;
import io.denizen.testkit.shared.Together;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What identities prefer. */
class IdentityPreferencesTest {

  private static final int MANY = 64;

  private final House house = new House();
  private final Identity ada = house.person();

  @Test
  void preferencesThatNobodyHasWrittenAreThereAndEmpty() {
    assertThat(answer(house.preferences.get(house.caller, ada.id()))).isEmpty();
    assertThat(house.historyOf(Preferences.name(ada.id()))).isEmpty();
  }

  @Test
  void theFirstUpdateCreatesThemAndEachLeavesOneEvent() {
    Preferences first = answer(update(0L, setting("theme", "dark")));
    Preferences second = answer(update(1L, setting("size", 12L)));

    assertThat(second.settings()).isEqualTo(Settings.of(Map.of("theme", "dark", "size", 12L)));
    assertThat(answer(house.preferences.get(house.caller, ada.id()))).contains(second);
    assertThat(house.historyOf(first)).containsExactly("created", "updated");
    assertThat(house.eventsOf(first).getLast().before()).isEqualTo(first.image());
    assertThat(house.eventsOf(first).getLast().after()).isEqualTo(second.image());
  }

  @Test
  void anEditThatChangesNothingLeavesNoTrace() {
    Preferences first = answer(update(null, setting("theme", "dark")));

    assertThat(answer(update(null, setting("theme", "dark")))).isEqualTo(first);
    assertThat(house.historyOf(first)).containsExactly("created");
  }

  @Test
  void whatTheCallerSawMustBeWhatIsThere() {
    assertThat(refusal(update(1L, setting("theme", "dark"))))
        .isEqualTo(new StaleVersion(Preferences.name(ada.id())));
    Preferences first = answer(update(null, setting("theme", "dark")));

    assertThat(refusal(update(0L, setting("theme", "light"))))
        .isEqualTo(new StaleVersion(first.name()));
  }

  @Test
  void manySmallUpdatesDoNotGrowThemBeyondTheLimit() {
    String large = "x".repeat(40_000);
    Preferences first = answer(update(null, setting("one", large)));

    assertThat(refusal(update(null, setting("two", large))))
        .isInstanceOfSatisfying(
            InvalidSettings.class,
            invalid -> assertThat(invalid.field()).isEqualTo("preferences.settings"));
    assertThat(house.historyOf(first)).containsExactly("created");
  }

  @Test
  void whoWritesAtTheSameTimeIsServedOrToldAndNobodyIsOverwritten() {
    List<CompletionStage<Preferences>> updates =
        Together.start(
            MANY,
            number ->
                house.preferences.update(
                    Submission.by(house.fixtures.caller()),
                    ada.id(),
                    null,
                    setting("key" + number, (long) number)));

    Set<String> served = new TreeSet<>();
    for (int i = 0; i < MANY; i++) {
      boolean refused = answer(updates.get(i).handle((value, thrown) -> thrown != null));
      if (refused) {
        assertThat(refusal(updates.get(i))).isInstanceOf(StaleVersion.class);
      } else {
        served.add("key" + i);
      }
    }
    Preferences last = answer(house.preferences.get(house.caller, ada.id())).orElseThrow();
    assertThat(last.settings().document().fields().keySet())
        .containsExactlyInAnyOrderElementsOf(served);
    assertThat(house.historyOf(last)).hasSize(served.size());
  }

  @Test
  void whoIsNotThereHasNone() {
    IdentityId nobody = house.fixtures.identityId();
    answer(update(null, setting("theme", "dark")));
    answer(house.identities.delete(house.submission, ada.id(), null, false));

    for (IdentityId gone : List.of(nobody, ada.id())) {
      assertThat(refusal(house.preferences.get(house.caller, gone)))
          .isEqualTo(new IdentityFailure.NotFound(gone));
      assertThat(
              refusal(
                  house.preferences.update(
                      house.submission, gone, null, setting("theme", "light"))))
          .isEqualTo(new IdentityFailure.NotFound(gone));
    }
  }

  @Test
  void theyGoWithTheirIdentityAndComeBackWithIt() {
    Preferences written = answer(update(null, setting("theme", "dark")));
    answer(house.identities.delete(house.submission, ada.id(), null, false));
    answer(house.identities.undelete(house.submission, ada.id(), null));

    Preferences back = answer(house.preferences.get(house.caller, ada.id())).orElseThrow();
    assertThat(back.settings()).isEqualTo(written.settings());
    assertThat(house.historyOf(written)).containsExactly("created", "deleted", "undeleted");
  }

  @Test
  void aRepeatedUpdateAnswersTheFirstOutcome() {
    Submission once = new Submission(house.caller, house.fixtures.request(), false);
    Preferences first =
        answer(house.preferences.update(once, ada.id(), null, setting("theme", "dark")));
    answer(update(null, setting("theme", "light")));

    assertThat(answer(house.preferences.update(once, ada.id(), null, setting("theme", "dark"))))
        .isEqualTo(first);
    assertThat(house.historyOf(first)).containsExactly("created", "updated");
  }

  private CompletionStage<Preferences> update(
      @Nullable Long version, UnaryOperator<Settings> edit) {
    return house.preferences.update(house.submission, ada.id(), version, edit);
  }

  private static UnaryOperator<Settings> setting(String key, Object value) {
    Settings given = Settings.of(Map.of(key, value));
    return current -> current.taking(List.of(new SettingsPath(List.of(key))), given);
  }
}
