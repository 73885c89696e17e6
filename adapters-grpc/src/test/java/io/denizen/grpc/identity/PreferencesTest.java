package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Preferences;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UpdatePreferencesRequest;
import io.grpc.Status.Code;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What identities prefer, key by key. */
final class PreferencesTest extends PreferencesGrpcTest {

  @Test
  void preferencesAreThereAndEmptyBeforeAnybodyWritesThem() {
    assertThat(denizen.unaudited(() -> get(name)))
        .isEqualTo(
            Preferences.newBuilder()
                .setName(name)
                .setSettings(Struct.getDefaultInstance())
                .setEtag("0")
                .build());
  }

  @Test
  void theFirstUpdateCreatesThemAndEveryKindOfValueIsKept() {
    Map<String, Value> everything =
        Map.of(
            "text", text("é 愛 😀 \" \\ \n"),
            "none", Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build(),
            "yes", Value.newBuilder().setBoolValue(true).build(),
            "whole", number(9_007_199_254_740_992.0),
            "part", number(0.1),
            "huge", number(-1e300),
            "object", object(Map.of("a.b", DAILY)),
            "list",
                Value.newBuilder()
                    .setListValue(ListValue.newBuilder().addValues(DAILY).addValues(number(1)))
                    .build());

    Preferences created =
        denizen.audited("preferences.created", () -> update(everything, "settings"));

    assertThat(created.getSettings().getFieldsMap()).isEqualTo(everything);
    assertThat(created.getEtag()).isEqualTo("1");
    assertThat(get(name)).isEqualTo(created);
  }

  @Test
  void twoServicesSetKeysOfTheirOwn() {
    denizen.audited("preferences.created", () -> update(Map.of("theme", DARK), "settings.theme"));
    Preferences both =
        denizen.audited(
            "preferences.updated", () -> update(Map.of("mail", DAILY), "settings.mail"));

    assertThat(both.getSettings().getFieldsMap()).isEqualTo(Map.of("theme", DARK, "mail", DAILY));
  }

  @Test
  void aPathReachesIntoObjectsAndNothingElseIsTouched() {
    update(Map.of("theme", DARK, "mail", DAILY), "*");

    Preferences updated =
        denizen.audited(
            "preferences.updated",
            () ->
                update(
                    Map.of("theme", LIGHT, "mail", object(Map.of("digest", text("never")))),
                    "settings.mail.digest"));

    assertThat(updated.getSettings().getFieldsMap())
        .isEqualTo(
            Map.of(
                "theme",
                DARK,
                "mail",
                object(Map.of("digest", text("never"), "to", text("work")))));
  }

  @Test
  void whatIsNamedAndNotGivenIsRemoved() {
    update(Map.of("theme", DARK, "mail", DAILY), "*");

    Preferences updated =
        denizen.audited(
            "preferences.updated", () -> update(Map.of(), "settings.theme", "settings.mail.to"));

    assertThat(updated.getSettings().getFieldsMap())
        .isEqualTo(Map.of("mail", object(Map.of("digest", text("daily")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"settings", "*"})
  void settingsAsAWholeAreReplaced(String mask) {
    update(Map.of("theme", DARK, "mail", DAILY), "*");

    Preferences updated =
        denizen.audited("preferences.updated", () -> update(Map.of("theme", LIGHT), mask));

    assertThat(updated.getSettings().getFieldsMap()).isEqualTo(Map.of("theme", LIGHT));
  }

  @Test
  void withoutAMaskTheKeysThatAreGivenAreSetAndNoneIsRemoved() {
    update(Map.of("theme", DARK, "mail", DAILY), "*");

    Preferences updated =
        denizen.audited(
            "preferences.updated", () -> update(Map.of("theme", LIGHT, "é", number(1))));

    assertThat(updated.getSettings().getFieldsMap())
        .isEqualTo(Map.of("theme", LIGHT, "mail", DAILY, "é", number(1)));
    assertThat(denizen.unaudited(() -> update(Map.of()))).isEqualTo(updated);
  }

  @Test
  void keysWithOtherCharactersStandBetweenBackticks() {
    Map<String, Value> given =
        Map.of("e-mail", object(Map.of("a.b", number(1), "`", number(2), "c", number(3))));

    Preferences created =
        denizen.audited(
            "preferences.created",
            () -> update(given, "settings.`e-mail`.`a.b`", "settings.`e-mail`.````"));

    assertThat(created.getSettings().getFieldsMap())
        .isEqualTo(Map.of("e-mail", object(Map.of("a.b", number(1), "`", number(2)))));
  }

  @Test
  void whatTheServiceAssignsIsPassedOver() {
    Preferences created = update(Map.of("theme", DARK), "*");

    assertThat(
            denizen.unaudited(() -> update(Map.of("theme", LIGHT), "name", "etag", "create_time")))
        .isEqualTo(created);
  }

  @Test
  void anUpdateIsDoneOnlyOnTheVersionThatTheCallerSaw() {
    Preferences created = update(Map.of("theme", DARK), "*");
    Preferences stale =
        created.toBuilder().setEtag("0").setSettings(struct(Map.of("theme", LIGHT))).build();

    denizen.refused(() -> update(stale, "*")).is(Code.ABORTED, "STALE_VERSION").of(name);
    denizen.audited(
        "preferences.updated", () -> update(stale.toBuilder().setEtag("1").build(), "*"));
  }

  @Test
  void aRepeatedUpdateAnswersTheFirstOutcome() {
    UpdatePreferencesRequest request =
        UpdatePreferencesRequest.newBuilder()
            .setPreferences(given(Map.of("theme", DARK)))
            .setRequestId(requestId())
            .build();
    Preferences first =
        denizen.audited("preferences.created", () -> preferences.updatePreferences(request));
    update(Map.of("theme", LIGHT));

    assertThat(denizen.unaudited(() -> preferences.updatePreferences(request))).isEqualTo(first);
  }

  @Test
  void aRequestIsTheSameInWhateverOrderItsKeysAre() {
    UpdatePreferencesRequest request =
        UpdatePreferencesRequest.newBuilder()
            .setPreferences(given(inOrder("theme", "mail")))
            .setRequestId(requestId())
            .build();
    UpdatePreferencesRequest reordered =
        request.toBuilder().setPreferences(given(inOrder("mail", "theme"))).build();
    Preferences first = preferences.updatePreferences(request);

    assertThat(reordered.toByteString()).isNotEqualTo(request.toByteString());
    assertThat(denizen.unaudited(() -> preferences.updatePreferences(reordered))).isEqualTo(first);
  }

  @Test
  void anUpdateThatIsOnlyValidatedLeavesNothing() {
    UpdatePreferencesRequest request =
        UpdatePreferencesRequest.newBuilder()
            .setPreferences(given(Map.of("theme", DARK)))
            .setValidateOnly(true)
            .build();

    assertThat(
            denizen
                .unaudited(() -> preferences.updatePreferences(request))
                .getSettings()
                .getFieldsMap())
        .isEqualTo(Map.of("theme", DARK));
    assertThat(get(name).getEtag()).isEqualTo("0");
  }

  @Test
  void theyGoWithTheirIdentityAndComeBackWithIt() {
    Preferences written = update(Map.of("theme", DARK), "*");
    identities.deleteIdentity(DeleteIdentityRequest.newBuilder().setName(ada.getName()).build());
    denizen.refused(() -> get(name)).is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND").of(ada.getName());
    denizen
        .refused(() -> update(Map.of("theme", LIGHT), "*"))
        .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND")
        .of(ada.getName());
    identities.undeleteIdentity(
        UndeleteIdentityRequest.newBuilder().setName(ada.getName()).build());

    assertThat(get(name).getSettings()).isEqualTo(written.getSettings());
  }

  private static Map<String, Value> inOrder(String... keys) {
    Map<String, Value> settings = new LinkedHashMap<>();
    for (String key : keys) {
      settings.put(key, DARK);
    }
    return settings;
  }
}
