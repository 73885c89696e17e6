package io.denizen.domain.membership;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionPatternTest {

  private static final String HUNDRED = "a".repeat(100);

  private static boolean covers(String pattern, String permission) {
    return new PermissionPattern(pattern).covers(new Permission(permission));
  }

  @ParameterizedTest
  @CsvSource({
    "*, invoice.read",
    "*, a",
    "invoice.read, invoice.read",
    "invoice.*, invoice.read",
    "invoice.*, invoice.line.read",
    "invoice.line.*, invoice.line.read",
    "-.*, -._",
    "0.*, 0.0"
  })
  void coversWhatItNames(String pattern, String permission) {
    assertThat(covers(pattern, permission)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.*, ab.c",
    "a.*, a",
    "a.*, b.a.c",
    "invoice.read, invoice",
    "invoice.read, invoice.read.all",
    "invoice.read, invoice.rea",
    "invoice.line.*, invoice.line",
    "invoice.line.*, invoice.lines.read",
    "invoice.line.*, invoice.read"
  })
  void coversNothingElse(String pattern, String permission) {
    assertThat(covers(pattern, permission)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        ".*",
        "*.",
        "*.*",
        "**",
        "* ",
        " *",
        "a.**",
        "a*",
        "a.b*",
        "*.a",
        "a.*.b",
        "a..b",
        "a..*",
        "a.",
        ".a",
        ".a.*",
        "a.*.*",
        "A",
        "A.*",
        "a b",
        "a\n",
        "\n*",
        "a\u0000",
        "a/b",
        "a:b",
        "a+",
        "ä",
        "а.*",
        "a.＊",
        "a．b",
        "a.\u200b*",
        "🙂",
        "\ud83d",
        "a\u0301"
      })
  void hostilePatternsAreRefused(String hostile) {
    assertThat(refusal(() -> new PermissionPattern(hostile))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "*", "a.*", "a..b", "a.", ".a", "A", "a b", "a\n", "ä", "а", "🙂", "\ud83d"
      })
  void nobodyAsksForWhatIsNoPermission(String hostile) {
    assertThat(refusal(() -> new Permission(hostile))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aHundredCharactersAreTheMost() {
    assertThat(covers(HUNDRED, HUNDRED)).isTrue();
    assertThat(covers("a".repeat(98) + ".*", "a".repeat(98) + ".b")).isTrue();
    assertThat(refusal(() -> new PermissionPattern("a".repeat(99) + ".*")))
        .isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new Permission(HUNDRED + "a"))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.", ".", "*", "a.*", "🙂"})
  void howeverLongItIsRefusedAtOnce(String part) {
    String endless = part.repeat(10_000);

    assertThat(refusal(() -> new PermissionPattern(endless))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new PermissionPattern(endless + ".*")))
        .isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new Permission(endless))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a, 'a *'",
    "invoice.read, 'invoice.read invoice.* *'",
    "invoice.line.read, 'invoice.line.read invoice.line.* invoice.* *'",
    "-._, '-._ -.* *'"
  })
  void knowsAllThatCoverAPermissionTheNarrowestFirst(String permission, String patterns) {
    assertThat(PermissionPattern.covering(new Permission(permission)))
        .extracting(PermissionPattern::value)
        .containsExactly(patterns.split(" ", -1))
        .allMatch(pattern -> covers(pattern, permission));
  }

  @Test
  void knowsThemOfTheLongestPermissionToo() {
    String permission = "a.".repeat(49) + "aa";

    assertThat(PermissionPattern.covering(new Permission(permission)))
        .hasSize(51)
        .allMatch(pattern -> pattern.covers(new Permission(permission)));
  }
}
