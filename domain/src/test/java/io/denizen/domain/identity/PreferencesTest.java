package io.denizen.domain.identity;

import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.shared.Images;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  private static final PreferencesId ID = new PreferencesId(new UUID(0x7000L, 8));
  private static final IdentityId ADA = new IdentityId(new UUID(0x7000L, 7));
  private static final Settings DARK = Settings.of(Map.of("theme", "dark"));

  private final Preferences preferences = Preferences.create(ID, ADA, DARK, FIRST).after();

  @Test
  void newPreferencesAreTheFirstVersionOfWhatTheirIdentityAlwaysHad() {
    Change<Preferences> change = Preferences.create(ID, ADA, DARK, FIRST);

    assertThat(change.action()).isEqualTo(new Action("preferences.created"));
    assertThat(change.action().isReserved()).isTrue();
    assertThat(change.before()).isNull();
    assertThat(change.after().lifecycle().version()).isEqualTo(1);
    assertThat(change.after().name().value())
        .isEqualTo("identities/" + ADA.value() + "/preferences");
  }

  @Test
  void anUpdateThatChangesNothingDecidesNothing() {
    assertThat(preferences.update(settings -> Settings.of(Map.of("theme", "dark")), SECOND))
        .isEqualTo(Decision.nothing(preferences));
  }

  @Test
  void anUpdateChangesTheSettingsAndNothingElse() {
    Preferences edited = preferences.update(settings -> Settings.EMPTY, SECOND).outcome();

    assertThat(Images.differing(preferences.image(), edited.image()))
        .containsExactlyInAnyOrder("settings", "update_time", "version");
  }

  @Test
  void aDeletionCanBeTakenBack() {
    Preferences deleted = preferences.delete(SECOND).after();
    Preferences back = deleted.undelete(THIRD).after();

    assertThat(deleted.lifecycle().deletion()).isEqualTo(SECOND.changeSet());
    assertThat(Images.differing(preferences.image(), back.image())).isEqualTo(Images.ALWAYS);
  }

  @Test
  void anImageGivesBackTheWhole() {
    Preferences bare = Preferences.create(ID, ADA, Settings.EMPTY, FIRST).after();

    for (Preferences each : List.of(preferences, bare, preferences.delete(SECOND).after())) {
      assertThat(Preferences.fromImage(each.image())).isEqualTo(each);
    }
  }

  @Test
  void whatIsPreferredIsNotInTheText() {
    assertThat(preferences.toString()).doesNotContain("dark");
  }
}
