package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import io.denizen.identity.v1.Preferences;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that nobody may have, and masks that name nothing. */
final class PreferencesRefusalsTest extends PreferencesGrpcTest {

  @Test
  void aValueThatIsNoObjectIsNotOverwrittenForAKeyInsideOfIt() {
    update(Map.of("theme", DARK), "*");

    denizen
        .refused(
            () -> update(Map.of("theme", object(Map.of("name", LIGHT))), "settings.theme.name"))
        .isInvalid("preferences.settings.theme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "settings.",
        "settings..a",
        "settings.*",
        "settings.a-b",
        "settings.`a",
        "settings.list[0]",
        "preferences.settings",
        "Settings",
        "settings.a.b.c.d.e.f.g.h.i"
      })
  void anUnknownPathIsRefused(String path) {
    denizen.refused(() -> update(Map.of("theme", DARK), path)).isInvalid("update_mask");
    denizen
        .refused(() -> update(Map.of("theme", DARK), "settings.theme", path, "*"))
        .isInvalid("update_mask");
  }

  @Test
  void anUnknownPathIsTold() {
    assertThat(
            denizen
                .refused(() -> update(Map.of("theme", DARK), "settings.theme", "Settings"))
                .message())
        .endsWith("; there is no Settings");
  }

  @Test
  void settingsThatAreTooDeepAreRefusedWithTheirPlace() {
    Value deep = object(Map.of());
    for (int level = 1; level < 8; level++) {
      deep = object(Map.of("a", deep));
    }
    Map<String, Value> nine = Map.of("top", deep);

    denizen.refused(() -> update(nine, "*")).isInvalid("preferences.settings.top.a.a.a.a.a.a.a");
    denizen.refused(() -> update(nine)).isInvalid("preferences.settings.top.a.a.a.a.a.a.a");
    denizen.audited("preferences.created", () -> update(Map.of("other", DARK), "name"));
  }

  @Test
  void settingsOfHostileDepthAreRefusedBeforeTheyAreEvenRead() {
    Value deep = object(Map.of());
    for (int level = 1; level < 200; level++) {
      deep = object(Map.of("a", deep));
    }
    Map<String, Value> hostile = Map.of("a", deep);

    denizen.refused(() -> update(hostile, "*")).isInvalid("request");
  }

  @Test
  void settingsThatAreTooLargeAreRefused() {
    denizen
        .refused(() -> update(Map.of("a", text("x".repeat(65_530))), "*"))
        .isInvalid("preferences.settings");
    denizen.refused(() -> update(Map.of("a", list(10_001)), "*")).isInvalid("preferences.settings");
    denizen
        .refused(() -> update(Map.of("a", text("x".repeat(3_000_000))), "settings.a"))
        .isInvalid("preferences.settings");
  }

  @Test
  void settingsDoNotGrowTooLargeBitByBit() {
    Value large = text("x".repeat(40_000));
    denizen.audited("preferences.created", () -> update(Map.of("a", large), "settings.a"));

    denizen
        .refused(() -> update(Map.of("b", large), "settings.b"))
        .isInvalid("preferences.settings");
  }

  @Test
  void whatJsonCannotHoldIsRefusedWithItsPlace() {
    denizen
        .refused(() -> update(Map.of("a", object(Map.of("b c", number(Double.NaN)))), "*"))
        .isInvalid("preferences.settings.a.`b c`");
    denizen
        .refused(() -> update(Map.of("a", text("\u0000")), "*"))
        .isInvalid("preferences.settings.a");
    denizen
        .refused(() -> update(Map.of("a", object(Map.of("", DARK))), "*"))
        .isInvalid("preferences.settings.a");
    denizen.refused(() -> update(Map.of("k".repeat(129), DARK))).isInvalid("preferences.settings");
  }

  @Test
  void aLongPathStillFitsIntoARefusal() {
    Value value = number(Double.POSITIVE_INFINITY);
    for (int level = 1; level < 8; level++) {
      value = object(Map.of("\uD83D\uDE00".repeat(60) + level, value));
    }
    Map<String, Value> settings = Map.of("a", value);

    assertThat(denizen.refused(() -> update(settings, "*")).fields())
        .singleElement()
        .asString()
        .startsWith("preferences.settings.a.`");
  }

  @Test
  void anotherNameIsRefused() {
    denizen.refused(() -> get(ada.getName() + "/profile")).isInvalid("name");
    denizen
        .refused(() -> update(Preferences.newBuilder().setName(ada.getName()).build(), "*"))
        .isInvalid("preferences.name");
  }
}
