package io.denizen.testkit.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.Settings;
import io.denizen.domain.identity.SingletonParts;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Occasion;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link StoredPreferences} and the journal promise about preferences. */
public abstract class PreferencesContract extends PartContract<Preferences> {

  @Test
  void keepsEveryKindOfValue() {
    Map<String, @Nullable Object> settings = new LinkedHashMap<>();
    settings.put("z", "first come");
    settings.put("a", null);
    settings.put("yes", true);
    settings.put("no", false);
    settings.put("whole", 9_007_199_254_740_993L);
    settings.put("least", Long.MIN_VALUE);
    settings.put("part", 0.1);
    settings.put("huge", 1e300);
    settings.put("tiny", Double.MIN_VALUE);
    settings.put("text", "\"\\/\b\f\n\r\t\u0001 é 愛 😀 %s '; --");
    settings.put("a.b `c`", Map.of("$", List.of()));
    settings.put("none", Map.of());
    settings.put("list", Arrays.asList(1L, null, "x", List.of(Map.of("k", 2.5))));

    Preferences kept = created(Settings.of(settings));

    assertThat(answer(parts().byIdentity(kept.identityId()))).contains(kept);
    assertThat(answer(ports().auditEvents().imageAt(ResourceVersion.of(kept))).map(this::fromImage))
        .contains(kept);
  }

  @Test
  void keepsSettingsAsLargeAndDeepAsTheyMayBe() {
    Object deepest = List.of("bottom");
    for (int level = 2; level < Settings.MAX_DEPTH; level++) {
      deepest = Map.of("k".repeat(Settings.MAX_KEY_LENGTH), deepest);
    }
    List<Settings> all =
        List.of(
            Settings.EMPTY,
            Settings.of(Map.of("deep", deepest)),
            Settings.of(Map.of("many", Collections.nCopies(Settings.MAX_VALUES - 1, 0L))),
            Settings.of(Map.of("long", "x".repeat(Settings.MAX_BYTES - 11))));

    for (Settings settings : all) {
      Preferences kept = created(settings);

      assertThat(answer(parts().byIdentity(kept.identityId()))).contains(kept);
      assertThat(
              answer(ports().auditEvents().imageAt(ResourceVersion.of(kept))).map(this::fromImage))
          .contains(kept);
    }
  }

  @Override
  final SingletonParts<Preferences> parts() {
    return ports().preferences();
  }

  @Override
  final Change<Preferences> create(IdentityId identityId, Occasion occasion) {
    return Preferences.create(
        fixtures().preferencesId(),
        identityId,
        Settings.of(Map.of("theme", "dark", "mail", Map.of("digest", true))),
        occasion);
  }

  @Override
  final Change<Preferences> edit(Preferences preferences, Occasion occasion) {
    Settings other = Settings.of(Map.of("theme", fixtures().word("theme-")));
    return Change.updated(preferences, preferences.update(current -> other, occasion).outcome());
  }

  @Override
  final Preferences fromImage(Document image) {
    return Preferences.fromImage(image);
  }

  private Preferences created(Settings settings) {
    IdentityId identityId = person().id();
    return committed(
        occasion -> Preferences.create(fixtures().preferencesId(), identityId, settings, occasion));
  }
}
