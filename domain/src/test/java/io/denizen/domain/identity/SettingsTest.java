package io.denizen.domain.identity;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.denizen.domain.identity.PreferencesFailure.InvalidSettings;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large and how deep settings may be. */
class SettingsTest {

  private static final int OVERHEAD = "{\"k\":\"\"}".length();

  @Test
  void eightLevelsOfObjectsAndListsAreTheMost() {
    assertThat(Settings.of(objects(8)).document().fields()).hasSize(1);
    assertThat(Settings.of(Map.of("k", lists(7))).document().fields()).hasSize(1);

    assertThat(field(objects(9))).isEqualTo("preferences.settings.k.k.k.k.k.k.k.k");
    assertThat(field(Map.of("a", List.of("x", lists(7)))))
        .isEqualTo("preferences.settings.a[1][0][0][0][0][0][0]");
  }

  @Test
  void noDepthIsTooMuchToBeRefused() {
    List<Object> bottomless = new ArrayList<>();
    bottomless.add(bottomless);

    assertThat(field(Map.of("a", bottomless))).startsWith("preferences.settings.a[0]");
    assertThat(field(objects(100_000))).startsWith("preferences.settings.k");
  }

  @Test
  void lengthIsThatOfTheJsonInUtf8() {
    int room = Settings.MAX_BYTES - OVERHEAD;

    for (String text :
        List.of(
            "x".repeat(room),
            "é".repeat(room / 2),
            "愛".repeat(room / 3),
            "😀".repeat(room / 4),
            "\"".repeat(room / 2),
            "\n".repeat(room / 2),
            "\u0001".repeat(room / 6))) {
      assertThat(Settings.of(Map.of("k", text)).document().text("k")).isEqualTo(text);
      assertThat(field(Map.of("k", text + "😀\u0001"))).isEqualTo("preferences.settings");
    }
  }

  @Test
  void keysAndPunctuationCountToo() {
    Map<String, Object> rest = Map.of("k", List.of(true, 10L, Map.of("a", false, "b", Map.of())));
    int length = "{\"k\":[true,10,{\"a\":false,\"b\":{}}],\"x\":\"\"}".length();
    String filling = "x".repeat(Settings.MAX_BYTES - length);

    assertThat(Settings.of(with(rest, "x", filling)).document().fields()).hasSize(2);
    assertThat(field(with(rest, "x", filling + "x"))).isEqualTo("preferences.settings");
  }

  @Test
  void numbersCountAsTheyAreWrittenOut() {
    assertThat(field(Map.of("k", Collections.nCopies(300, 1e300))))
        .isEqualTo("preferences.settings");
    assertThat(Settings.of(Map.of("k", Collections.nCopies(200, 1e300))).document().fields())
        .hasSize(1);
  }

  @Test
  void tenThousandValuesAreTheMost() {
    assertThat(Settings.of(Map.of("k", Collections.nCopies(9_999, 0L))).document().fields())
        .hasSize(1);
    assertThat(field(Map.of("k", Collections.nCopies(10_000, 0L))))
        .isEqualTo("preferences.settings");
  }

  @Test
  void theLargestSettingsFitIntoAnAuditImage() {
    List<Object> items = new ArrayList<>(Collections.nCopies(9_998, 0L));
    items.add("x".repeat(Settings.MAX_BYTES - 3 * 9_998));

    assertThat(Document.builder().put("settings", Map.of("k", items)).build().fields()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128})
  void aKeyHasUpTo128CodePoints(int length) {
    String key = "😀".repeat(length);

    assertThat(Settings.of(Map.of(key, 1L)).document().number(key)).isEqualTo(1);
  }

  static Stream<Arguments> offences() {
    return Stream.of(
        Arguments.of(Map.of("", 1L), "preferences.settings"),
        Arguments.of(Map.of("k".repeat(129), 1L), "preferences.settings"),
        Arguments.of(Map.of("a", Map.of("b\u0000", 1L)), "preferences.settings.a"),
        Arguments.of(Map.of("a", Map.of("\ud800", 1L)), "preferences.settings.a"),
        Arguments.of(Map.of("a", Map.of("b", "\u0000")), "preferences.settings.a.b"),
        Arguments.of(Map.of("a", List.of(1L, "\udc00")), "preferences.settings.a[1]"),
        Arguments.of(Map.of("a b", Map.of("c`d", Double.NaN)), "preferences.settings.`a b`.`c``d`"),
        Arguments.of(Map.of("1", Double.POSITIVE_INFINITY), "preferences.settings.`1`"));
  }

  @ParameterizedTest
  @MethodSource("offences")
  void aRefusalSaysWhere(Map<String, @Nullable Object> settings, String field) {
    assertThat(field(settings)).isEqualTo(field);
  }

  @Test
  void aPathThatWouldBeTooLongEndsEarlier() {
    String longest = "愛".repeat(128);
    Map<String, @Nullable Object> settings =
        Map.of("a", Map.of(longest, Map.of("b".repeat(128), Double.NaN)));

    assertThat(field(settings)).isEqualTo("preferences.settings.a.`" + longest + "`");
  }

  @Test
  void aRefusalRepeatsNoValue() {
    Failure refusal = refusal(() -> Settings.of(Map.of("k", "secret\u0000")));

    assertThat(refusal.toString()).doesNotContain("secret");
    assertThat(Settings.of(Map.of("k", "secret")).toString()).doesNotContain("secret");
  }

  @Test
  void settingsThatCameFromStorageObeyTheSameRules() {
    assertThat(refusal(() -> new Settings(Document.of(objects(9)))))
        .isInstanceOf(InvalidSettings.class);
  }

  @Test
  void nullIsAValue() {
    Map<String, @Nullable Object> settings = Collections.singletonMap("k", null);

    assertThat(Settings.of(settings).document().fields()).containsKey("k");
    assertThat(Settings.of(Map.of("k", Arrays.asList(null, null))).document().fields())
        .containsKey("k");
  }

  private static String field(Map<String, @Nullable Object> settings) {
    Failure refusal =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> refusal(() -> Settings.of(settings)));
    assertThat(refusal.reason()).isEqualTo("INVALID_FIELD");
    assertThat(refusal).isInstanceOf(InvalidSettings.class);
    return ((InvalidSettings) refusal).field();
  }

  private static Map<String, @Nullable Object> objects(int levels) {
    Map<String, @Nullable Object> object = Map.of("k", 1L);
    for (int level = 1; level < levels; level++) {
      object = Map.of("k", object);
    }
    return object;
  }

  private static Object lists(int levels) {
    Object list = List.of();
    for (int level = 1; level < levels; level++) {
      list = List.of(list);
    }
    return list;
  }

  private static Map<String, @Nullable Object> with(
      Map<String, Object> settings, String key, Object value) {
    Map<String, @Nullable Object> more = new HashMap<>(settings);
    more.put(key, value);
    return more;
  }
}
