package io.denizen.server.importer.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import com.google.type.PostalAddress;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.Profile;
import io.denizen.server.importer.Line;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPartsTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"phoneNumber\":[\"044 123 45 67\"]",
        "\"phoneNumber\":[\"+41441234567\",\"+41441234568\"]",
        "\"picture\":[\"http://example.org/a.png\"]",
        "\"locale\":[\"not a language\"]",
        "\"zoneinfo\":[\"+02:00\"]",
        "\"birthdate\":[\"31.12.1999\"]",
        "\"birthdate\":[\"9999-01-01\"]",
        "\"country\":[\"Switzerland\"]",
        "\"locality\":[\"Bern\"]",
        "\"nickname\":[\"\\u0007\"]"
      })
  void whatTheProfileWouldRefuseStaysAnAttribute(String attribute) throws Exception {
    Recorded lines = Recorded.ofUser(dir, "\"attributes\":{" + attribute + "}");

    assertThat(lines.of(Line.Profile.class)).isEmpty();
    assertThat(
            lines
                .only(Line.Preferences.class)
                .settings()
                .getFieldsOrThrow("attributes")
                .getStructValue()
                .getFieldsCount())
        .isEqualTo(1);
  }

  @Test
  void valuesMayStandWithoutAList() throws Exception {
    Recorded lines =
        Recorded.ofUser(
            dir,
            "\"attributes\":{\"phone\":\"+41 (0)44 123-45.67\",\"birthday\":\"0000-02-29\",\"locale\":\"de_CH\"}");

    assertThat(lines.only(Line.Profile.class).profile())
        .isEqualTo(
            Profile.newBuilder()
                .setPhoneNumber("+41441234567")
                .setBirthDate(Date.newBuilder().setMonth(2).setDay(29))
                .setLocale("de-CH")
                .build());
  }

  @Test
  void anAddressNeedsItsCountry() throws Exception {
    Recorded lines =
        Recorded.ofUser(
            dir,
            "\"attributes\":{\"street\":[\"Gasse 1\\nHof\"],\"locality\":[\"Bern\"],\"region\":[\"BE\"],"
                + "\"postal_code\":[\"3000\"],\"country\":[\"CH\"]}");

    assertThat(lines.only(Line.Profile.class).profile().getPostalAddress().getAddressLinesList())
        .containsExactly("Gasse 1", "Hof");
    assertThat(lines.only(Line.Preferences.class).settings().containsFields("attributes"))
        .isFalse();
  }

  @Test
  void aStreetOfTooManyLinesStaysAnAttributeAndTheRestOfTheAddressComesIn() throws Exception {
    Recorded lines =
        Recorded.ofUser(
            dir,
            "\"attributes\":{\"street\":[\"%s\"],\"city\":[\"Bern\"],\"country\":[\"CH\"]}"
                .formatted("Gasse\\n".repeat(11)));

    assertThat(lines.only(Line.Profile.class).profile().getPostalAddress())
        .isEqualTo(PostalAddress.newBuilder().setRegionCode("CH").setLocality("Bern").build());
    assertThat(
            lines
                .only(Line.Preferences.class)
                .settings()
                .getFieldsOrThrow("attributes")
                .getStructValue()
                .getFieldsMap())
        .containsOnlyKeys("street");
  }

  @ParameterizedTest
  @CsvSource({"Ada,Auk,Ada Auk", "Ada,'',Ada", "'','',auk", "' Ada ',' ',Ada"})
  void aDisplayNameIsBothNamesOrTheUserName(String first, String last, String display)
      throws Exception {
    Recorded lines =
        Recorded.ofUser(dir, "\"firstName\":\"%s\",\"lastName\":\"%s\"".formatted(first, last));

    assertThat(lines.only(Line.User.class).displayName()).isEqualTo(display);
  }

  @Test
  void federatedIdentitiesAreExternalLogins() throws Exception {
    Recorded lines =
        Recorded.ofUser(
            dir,
            "\"federatedIdentities\":[{\"identityProvider\":\"My IdP\",\"userId\":7,\"userName\":\"auk\"}]");

    assertThat(lines.only(Line.ExternalLogin.class).login())
        .isEqualTo(
            ExternalLogin.newBuilder()
                .setProvider("my-idp")
                .setSubject("7")
                .setDisplayName("auk")
                .build());
  }

  @Test
  void onlyThePasswordIsTakenOfSeveralCredentials() throws Exception {
    Recorded lines =
        Recorded.ofUser(
            dir,
            """
            "credentials":[{"type":"otp","secretData":"MARKED"},
              {"type":"password","credentialData":{"algorithm":"argon2"},"secretData":"{}","priority":10},
              {"type":"password","value":"MARKED"}]""");

    Line.Password password = lines.only(Line.Password.class);
    assertThat(password.hash()).isNotNull();
    assertThat(password.text()).isNull();
    assertThat(password).asString().isEqualTo("password of auk of realm r");
    assertThat(lines.leftOut)
        .containsEntry("users[].credentials[] of type otp", 1)
        .containsEntry("users[].credentials[] after the first password", 1);
    assertThat(lines.named.toString()).doesNotContain("MARKED");
  }

  @Test
  void anOldCredentialIsTheSameAsANewOne() throws Exception {
    Recorded lines =
        Recorded.ofUser(
            dir,
            """
            "credentials":[{"type":"password","hashedSaltedValue":"AAAA","salt":"BBBB","hashIterations":27500,
              "algorithm":"pbkdf2-sha256"}]""");

    Line.Password password = lines.only(Line.Password.class);
    assertThat(password.hash()).isNotNull();
    if (password.hash() != null) {
      assertThat(password.hash().getCredentialData())
          .isEqualTo("{\"hashIterations\":27500,\"algorithm\":\"pbkdf2-sha256\"}");
      assertThat(password.hash().getSecretData())
          .isEqualTo("{\"value\":\"AAAA\",\"salt\":\"BBBB\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"password\",\"hashedSaltedValue\":\"AAAA\",\"salt\":\"BBBB\",\"hashIterations\":1}",
        "{\"type\":\"password\",\"credentialData\":\"{\\\"algorithm\\\":\\\"bcrypt\\\"}\",\"secretData\":\"{}\"}",
        "{\"type\":\"password\"}",
        "{\"type\":\"password\",\"value\":\"\"}"
      })
  void aPasswordThatCannotBeVerifiedIsCounted(String credential) throws Exception {
    Recorded lines = Recorded.ofUser(dir, "\"credentials\":[" + credential + "]");

    assertThat(lines.of(Line.Password.class)).isEmpty();
    assertThat(lines.failures).isEmpty();
    assertThat(lines.leftOut.keySet())
        .filteredOn(what -> what.startsWith("users[].credentials[]"))
        .hasSize(1);
    assertThat(lines.named).containsAll(List.of("users[0] (auk)"));
  }
}
