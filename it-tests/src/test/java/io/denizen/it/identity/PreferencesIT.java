package io.denizen.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.Preferences;
import io.denizen.identity.v1.UpdatePreferencesRequest;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an identity prefers, written by services that do not know each other. */
@EndToEnd
class PreferencesIT {
  private static final int CALLERS = 64;
  private static final int SERVICES = 4;
  private static final int TURNS = 10;

  private final TestDenizen denizen;
  private final Caller caller;
  private final String name;

  PreferencesIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
    this.name = Some.person(caller).getName() + "/preferences";
  }

  @Test
  void everyKindOfValueIsKept() {
    Struct.Builder settings =
        Struct.newBuilder()
            .putFields("text", text("é 愛 😀 \" \\ \n"))
            .putFields("number", number(-0.1))
            .putFields("whole", number(9_007_199_254_740_992.0))
            .putFields("huge", number(1e300))
            .putFields("yes", Value.newBuilder().setBoolValue(true).build())
            .putFields("none", Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build());
    settings.putFields("object", Value.newBuilder().setStructValue(settings).build());

    Preferences written = update(caller, settings.build(), "*");

    assertThat(written.getSettings()).isEqualTo(settings.build());
    assertThat(get()).isEqualTo(written);
  }

  @Test
  void whoSetsDifferentKeysAtOnceIsServedOrToldAndNobodyIsOverwritten() {
    AtOnce<Integer> updates =
        AtOnce.run(
            CALLERS,
            i -> {
              update(caller, one("key" + i, number(i)), "settings.key" + i);
              return i;
            });

    assertThat(updates.outcomes()).containsKey("OK");
    assertThat(updates.outcomes().keySet()).isSubsetOf("OK", "ABORTED STALE_VERSION");
    Map<String, Value> expected = new TreeMap<>();
    updates.answers().forEach(i -> expected.put("key" + i, number(i)));
    assertThat(get().getSettings().getFieldsMap()).isEqualTo(expected);
    assertThat(events()).isEqualTo(updates.answers().size());
  }

  /** As services do: who is told that something has changed tries again. */
  @Test
  void whoTriesAgainWinsInTheEndWhoeverElseWrites() {
    AtOnce<Integer> services =
        AtOnce.run(
            SERVICES,
            i -> {
              Caller service = denizen.as("services/it-" + i);
              int aborted = 0;
              for (int turn = 1; turn <= TURNS; turn++) {
                aborted += insist(service, "app" + i, turn);
              }
              return aborted;
            });

    assertThat(services.outcomes()).isEqualTo(Map.of("OK", SERVICES));
    Map<String, Value> expected = new TreeMap<>();
    IntStream.range(0, SERVICES)
        .forEach(
            i ->
                expected.put(
                    "app" + i,
                    Value.newBuilder().setStructValue(one("turn", number(TURNS))).build()));
    assertThat(get().getSettings().getFieldsMap()).isEqualTo(expected);
    assertThat(events()).isEqualTo((long) SERVICES * TURNS);
  }

  @Test
  void whatIsTooDeepOrTooLargeIsRefusedWithItsPlaceAndLeavesNothing() {
    Struct deep = one("bottom", number(1));
    for (int level = 0; level < 8; level++) {
      deep = one("k", Value.newBuilder().setStructValue(deep).build());
    }
    Struct tooDeep = deep;
    Struct tooLarge = one("k", text("x".repeat(65_536)));

    assertThat(refusedField(tooDeep)).isEqualTo("preferences.settings.k.k.k.k.k.k.k.k");
    assertThat(refusedField(tooLarge)).isEqualTo("preferences.settings");
    assertThat(get().getEtag()).isEqualTo("0");
    assertThat(events()).isZero();
  }

  private String refusedField(Struct settings) {
    Refusal refusal = Refusal.of(() -> update(caller, settings, "*"));
    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.reason()).isEqualTo("INVALID_FIELD");
    assertThat(refusal.fields()).hasSize(1);
    return refusal.fields().getFirst();
  }

  /** How often it had to try again. */
  private int insist(Caller service, String key, int turn) {
    Struct settings =
        one(key, Value.newBuilder().setStructValue(one("turn", number(turn))).build());
    for (int aborted = 0; ; aborted++) {
      try {
        update(service, settings, "settings." + key + ".turn");
        return aborted;
      } catch (StatusRuntimeException refused) {
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
      }
    }
  }

  private Preferences get() {
    return caller
        .preferences()
        .getPreferences(GetPreferencesRequest.newBuilder().setName(name).build());
  }

  private Preferences update(Caller by, Struct settings, String mask) {
    return by.preferences()
        .updatePreferences(
            UpdatePreferencesRequest.newBuilder()
                .setPreferences(Preferences.newBuilder().setName(name).setSettings(settings))
                .setUpdateMask(FieldMask.newBuilder().addPaths(mask))
                .build());
  }

  private long events() {
    return denizen
        .sql()
        .number("SELECT count(*) FROM denizen.audit_events WHERE resource = ?", name);
  }

  private static Struct one(String key, Value value) {
    return Struct.newBuilder().putFields(key, value).build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }
}
