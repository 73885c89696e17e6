package io.denizen.domain.identity;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.PreferencesFailure.InvalidSettings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Taking parts of settings from others. */
class SettingsEditTest {

  private static final Settings CURRENT =
      Settings.of(
          Map.of(
              "theme", "dark", "mail", Map.of("digest", true, "to", List.of("work")), "size", 12L));

  @Test
  void whatIsNamedIsTakenAndAllElseStays() {
    Settings given = Settings.of(Map.of("theme", "light", "size", 99L, "mail", Map.of()));

    assertThat(taking(given, "theme"))
        .isEqualTo(
            Map.of(
                "theme",
                "light",
                "mail",
                Map.of("digest", true, "to", List.of("work")),
                "size",
                12L));
  }

  @Test
  void aPathReachesIntoObjects() {
    Settings given = Settings.of(Map.of("mail", Map.of("digest", false, "other", 1L)));

    assertThat(taking(given, "mail.digest"))
        .isEqualTo(
            Map.of(
                "theme",
                "dark",
                "mail",
                Map.of("digest", false, "to", List.of("work")),
                "size",
                12L));
  }

  @Test
  void anObjectThatIsNamedIsTakenAsAWhole() {
    Settings given = Settings.of(Map.of("mail", Map.of("other", 1L)));

    assertThat(taking(given, "mail"))
        .isEqualTo(Map.of("theme", "dark", "mail", Map.of("other", 1L), "size", 12L));
  }

  @Test
  void whatIsNamedButNotGivenIsRemoved() {
    assertThat(taking(Settings.EMPTY, "theme", "mail.digest"))
        .isEqualTo(Map.of("mail", Map.of("to", List.of("work")), "size", 12L));
  }

  @Test
  void toRemoveWhatIsNotThereIsNothing() {
    assertThat(taking(Settings.EMPTY, "none", "none.at.all", "mail.none", "theme.inner"))
        .isEqualTo(CURRENT.document().fields());
  }

  @Test
  void nullIsTakenAsAnyOtherValue() {
    Settings given = Settings.of(Collections.singletonMap("theme", null));

    assertThat(taking(given, "theme")).containsEntry("theme", null);
  }

  @Test
  void objectsThatAreMissingAreMade() {
    Settings given = Settings.of(Map.of("a", Map.of("b", Map.of("c", 1L, "d", 2L))));

    assertThat(taking(given, "a.b.c")).containsEntry("a", Map.of("b", Map.of("c", 1L)));
  }

  @Test
  void nullIsNotOverwrittenEither() {
    Settings current = Settings.of(Collections.singletonMap("a", null));
    Settings given = Settings.of(Map.of("a", Map.of("b", 1L)));

    assertThat(refusal(() -> current.taking(paths("a.b"), given)))
        .isInstanceOfSatisfying(
            InvalidSettings.class,
            invalid -> assertThat(invalid.field()).isEqualTo("preferences.settings.a"));
    assertThat(current.taking(paths("a"), given)).isEqualTo(given);
  }

  @Test
  void aValueIsNotOverwrittenForTheSakeOfAKeyInsideOfIt() {
    Settings given =
        Settings.of(
            Map.of(
                "theme", Map.of("name", "light"),
                "mail", Map.of("to", Map.of("work", true))));

    assertThat(refusal(() -> taking(given, "theme.name")))
        .isInstanceOfSatisfying(
            InvalidSettings.class,
            invalid -> assertThat(invalid.field()).isEqualTo("preferences.settings.theme"));
    assertThat(refusal(() -> taking(given, "mail.to.work")))
        .isInstanceOfSatisfying(
            InvalidSettings.class,
            invalid -> assertThat(invalid.field()).isEqualTo("preferences.settings.mail.to"));
    assertThat(taking(given, "theme")).containsEntry("theme", Map.of("name", "light"));
  }

  @Test
  void pathsThatOverlapMeanTheSameInAnyOrder() {
    Settings given = Settings.of(Map.of("mail", Map.of("digest", false)));
    Map<String, @Nullable Object> expected =
        Map.of("theme", "dark", "mail", Map.of("digest", false), "size", 12L);

    assertThat(taking(given, "mail", "mail.digest", "mail.to", "mail")).isEqualTo(expected);
    assertThat(taking(given, "mail.to", "mail.digest", "mail")).isEqualTo(expected);
  }

  @Test
  void neitherSideIsChangedByIt() {
    Settings given = Settings.of(Map.of("mail", Map.of("digest", false)));
    taking(given, "mail", "mail.to", "theme");

    assertThat(CURRENT.document().fields()).hasSize(3);
    assertThat(given).isEqualTo(Settings.of(Map.of("mail", Map.of("digest", false))));
  }

  @Test
  void twoThatFitMayBeTooMuchTogether() {
    Settings large = Settings.of(Map.of("a", "x".repeat(40_000)));
    Settings more = Settings.of(Map.of("b", "x".repeat(40_000)));

    assertThat(refusal(() -> large.taking(paths("b"), more)))
        .isInstanceOfSatisfying(
            InvalidSettings.class,
            invalid -> assertThat(invalid.field()).isEqualTo("preferences.settings"));
  }

  private static Map<String, @Nullable Object> taking(Settings given, String... paths) {
    return CURRENT.taking(paths(paths), given).document().fields();
  }

  private static List<SettingsPath> paths(String... paths) {
    return Stream.of(paths).map(SettingsPath::parse).toList();
  }
}
