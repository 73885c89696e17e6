package io.denizen.domain.identity;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.denizen.domain.shared.InvalidValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPathTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "theme, theme",
        "mail.digest, mail|digest",
        "_a.B2.c_d, _a|B2|c_d",
        "`a b`, a b",
        "`a.b`.c, a.b|c",
        "a.`1`, a|1",
        "`c``d`, c`d",
        "````, `",
        "`*`, *",
        "`😀`.x, 😀|x"
      })
  void aPathIsReadAndWrittenAsInAFieldMask(String text, String keys) {
    SettingsPath path = SettingsPath.parse(text);

    assertThat(path.keys()).isEqualTo(Arrays.asList(keys.split("\\|", -1)));
    assertThat(path.toString()).isEqualTo(text);
  }

  @Test
  void whatNeedsNoBackticksMayStandBetweenThemAllTheSame() {
    assertThat(SettingsPath.parse("`mail`.`digest`")).isEqualTo(SettingsPath.parse("mail.digest"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "*",
        "a.*",
        "1",
        "a b",
        "é",
        "`",
        "``",
        "`a",
        "a`",
        "`a`b",
        "`a`.",
        "a.`",
        "`a\u0000`",
        "`\ud800`",
        "a.b.c.d.e.f.g.h.i",
        "a[0]"
      })
  void whatIsNoPathIsRefused(String text) {
    assertThat(refusal(() -> SettingsPath.parse(text))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aPathHasAsManyKeysAsSettingsHaveLevelsAndTheyAreNoLonger() {
    assertThat(SettingsPath.parse("a.b.c.d.e.f.g.h").keys()).hasSize(8);
    assertThat(SettingsPath.parse("a".repeat(128)).keys()).hasSize(1);
    assertThat(refusal(() -> SettingsPath.parse("a".repeat(129)))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new SettingsPath(List.of()))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "`", "``", "`.`", "."})
  void aHostilePathIsRefusedSoon(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertThat(refusal(() -> SettingsPath.parse(part.repeat(1_000_000))))
                .isInstanceOf(InvalidValue.class));
  }
}
