package io.denizen.it.importer;

import static io.denizen.it.importer.Imported.HARBOUR;
import static io.denizen.it.importer.Imported.RESOURCES;
import static io.denizen.it.importer.Imported.attribute;
import static io.denizen.it.importer.Imported.byEmail;
import static io.denizen.it.importer.Imported.bySlug;
import static io.denizen.it.importer.Imported.code;
import static io.denizen.it.importer.Imported.created;
import static io.denizen.it.importer.Imported.keycloak;
import static io.denizen.it.importer.Imported.load;
import static io.denizen.it.importer.Imported.profile;
import static io.denizen.it.importer.Imported.quay;
import static io.denizen.it.importer.Imported.role;
import static io.denizen.it.importer.Imported.rolesByTeam;
import static io.denizen.it.importer.Imported.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.type.Date;
import io.denizen.credential.v1.GetCredentialRequest;
import io.denizen.identity.v1.ExternalAccount;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.Profile;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Role;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What Keycloak exported comes in through the public API, once.
 *
 * <p>The hashes in the files are made by Python's hashlib (PBKDF2) and by OpenSSL 4.0 through
 * Python's cryptography (Argon2id), not by what verifies them here.
 */
@EndToEnd
class KeycloakImportIT {

  private final PostgresServer postgresql;

  KeycloakImportIT(PostgresServer postgresql) {
    this.postgresql = postgresql;
  }

  @Test
  void aRealmComesInWithAllThatDenizenHasACounterpartOf() throws Exception {
    try (TestDenizen denizen = denizen()) {
      Tally tally = load(denizen, HARBOUR);

      assertThat(tally.failures()).isEmpty();
      assertThat(created(tally))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "applications", 3,
                  "identities", 5,
                  "teams", 4,
                  "memberships", 11,
                  "profiles", 4,
                  "preferences", 5,
                  "external logins", 1,
                  "passwords", 3));
      Caller caller = denizen.caller();
      theProfileIsThere(caller);
      thePreferencesAreThere(caller);
      passwordsVerify(caller);
      everyoneBelongs(caller);
      Identity gannet = bySlug(caller, "gannet");
      assertThat(gannet.getEmailVerified()).isTrue();
      assertThat(gannet.getDisplayName()).isEqualTo("Petra Gannet");
      assertThat(
              caller
                  .identities()
                  .lookupIdentity(
                      LookupIdentityRequest.newBuilder()
                          .setExternalAccount(
                              ExternalAccount.newBuilder()
                                  .setProvider("google")
                                  .setSubject("113300000000000000001"))
                          .build()))
          .isEqualTo(gannet);
      assertThat(bySlug(caller, "puffin").getState()).isEqualTo(Identity.State.STATE_SUSPENDED);
      assertThat(bySlug(caller, "puffin").getEmailVerified()).isFalse();
      assertThat(bySlug(caller, "service-account-berths").getKind())
          .isEqualTo(Identity.Kind.KIND_SERVICE);
      assertThat(byEmail(caller, "tern@example.org").getSlug()).isEmpty();
    }
  }

  @Test
  void whatHasNoCounterpartIsCountedAndNamed() throws Exception {
    try (TestDenizen denizen = denizen()) {
      Tally tally = load(denizen, HARBOUR);

      assertThat(tally.leftOut())
          .containsEntry("users[].credentials[] of type otp", 1)
          .containsEntry("users[].credentials[].createdDate", 3)
          .containsEntry("users[].requiredActions UPDATE_PASSWORD", 1)
          .containsEntry("users[].clientConsents", 1)
          .containsEntry("clients[]", 3)
          .containsEntry("clientScopes[]", 1)
          .containsEntry("identityProviders[]", 1)
          .containsEntry("authenticationFlows[]", 1)
          .containsEntry("requiredActions[]", 1)
          .containsEntry("components", 1)
          .containsEntry("groups[].attributes", 1)
          .containsEntry("organizations[].domains", 2)
          .containsEntry("organizations[] that are disabled", 1)
          .containsEntry("organizations[].members[].membershipType MANAGED", 1);
      assertThat(String.join("\n", tally.leftOutLines()))
          .contains("berths", "browser", "accessTokenLifespan", "users[2] (guillemot)")
          .doesNotContain("MARKEDOTPSECRET");
      assertThat(
              denizen
                  .sql()
                  .number(
                      "SELECT count(*) FROM denizen.audit_images WHERE after::text LIKE '%MARKED%'"))
          .isZero();
    }
  }

  @Test
  void anOldExportComesInToo() throws Exception {
    try (TestDenizen denizen = denizen()) {
      Tally tally = load(denizen, RESOURCES.resolve("lighthouse-realm.json"));
      Caller caller = denizen.caller();

      assertThat(tally.failures()).isEmpty();
      assertThat(verify(caller, "razorbill", "nine white cliffs").getRehashed()).isTrue();
      assertThat(verify(caller, "kittiwake", "three toes and a cliff").getRehashed()).isFalse();
      assertThat(tally.leftOut())
          .containsEntry("users[].credentials[] hashed with pbkdf2, so without a password", 1)
          .containsEntry("users[].credentials[].temporary", 1);
      assertThat(
              caller
                  .identities()
                  .lookupIdentity(
                      LookupIdentityRequest.newBuilder()
                          .setExternalAccount(
                              ExternalAccount.newBuilder()
                                  .setProvider("github")
                                  .setSubject("583231"))
                          .build())
                  .getSlug())
          .isEqualTo("razorbill");
      assertThat(profile(caller, "razorbill").getPhoneNumber()).isEqualTo("+442079460001");
      assertThat(rolesByTeam(caller, "razorbill"))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("", List.of("account/manage-account", "keeper"), "south", List.of("keeper")));
    }
  }

  @Test
  void aRealmInSeveralFilesIsOne() throws Exception {
    try (TestDenizen denizen = denizen()) {
      Tally tally = load(denizen, quay());

      assertThat(tally.failures()).isEmpty();
      assertThat(tally.of("applications", Outcome.CREATED)).isEqualTo(1);
      assertThat(tally.of("identities", Outcome.CREATED)).isEqualTo(3);
      assertThat(tally.of("teams", Outcome.CREATED)).isEqualTo(3);
      assertThat(rolesByTeam(denizen.caller(), "plover").keySet())
          .containsExactlyInAnyOrder("", "east/cranes", "west");
    }
  }

  private static void theProfileIsThere(Caller caller) {
    Profile profile = profile(caller, "gannet");
    assertThat(profile.getGivenName()).isEqualTo("Petra");
    assertThat(profile.getFamilyName()).isEqualTo("Gannet");
    assertThat(profile.getNickname()).isEqualTo("Gan");
    assertThat(profile.getPhoneNumber()).isEqualTo("+442079460000");
    assertThat(profile.getLocale()).isEqualTo("en-GB");
    assertThat(profile.getTimeZone()).isEqualTo("Europe/London");
    assertThat(profile.getAvatarUri()).isEqualTo("https://skerry.example/gannet.png");
    assertThat(profile.getBirthDate())
        .isEqualTo(Date.newBuilder().setYear(1984).setMonth(5).setDay(17).build());
    assertThat(profile.getPostalAddress().getRegionCode()).isEqualTo("GB");
    assertThat(profile.getPostalAddress().getAddressLinesList()).containsExactly("1 Harbour Wall");
    Profile puffin = profile(caller, "puffin");
    assertThat(puffin.getPhoneNumber()).isEmpty();
    assertThat(puffin.getAvatarUri()).isEmpty();
  }

  private static void thePreferencesAreThere(Caller caller) {
    Struct gannet = keycloak(caller, "gannet");
    assertThat(gannet.getFieldsOrThrow("username").getStringValue()).isEqualTo("gannet");
    assertThat(gannet.getFieldsOrThrow("id").getStringValue()).isNotEmpty();
    assertThat(attribute(gannet, "department")).containsExactly("pilots");
    assertThat(attribute(gannet, "tickets")).containsExactly("master", "radio");
    assertThat(gannet.getFieldsOrThrow("attributes").getStructValue().getFieldsMap())
        .containsOnlyKeys("department", "tickets");
    assertThat(attribute(keycloak(caller, "puffin"), "phoneNumber")).containsExactly("ext. 12");
  }

  private static void passwordsVerify(Caller caller) {
    assertThat(verify(caller, "gannet", "the lamp is lit").getIdentity()).isNotEmpty();
    assertThat(verify(caller, "guillemot", "over the bar").getRehashed()).isTrue();
    assertThatThrownBy(() -> verify(caller, "guillemot", "under the bar"))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Status.Code.UNAUTHENTICATED));
    assertThatThrownBy(() -> verify(caller, "puffin", "fish at dawn"))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Status.Code.FAILED_PRECONDITION));
    assertThatThrownBy(
            () ->
                caller
                    .credentials()
                    .getCredential(
                        GetCredentialRequest.newBuilder()
                            .setName(byEmail(caller, "tern@example.org").getName() + "/credential")
                            .build()))
        .satisfies(e -> assertThat(code(e)).isEqualTo(Status.Code.NOT_FOUND));
  }

  private static void everyoneBelongs(Caller caller) {
    assertThat(role(caller, "harbour", "harbour-master"))
        .returns("Harbour Master", Role::getDisplayName)
        .returns("Has the last word.", Role::getDescription)
        .returns(List.of("berths/book", "pilot"), role -> List.copyOf(role.getIncludesList()));
    assertThat(rolesByTeam(caller, "gannet"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "",
                List.of("berths/book", "default-roles-harbour", "harbour-master"),
                "pilots",
                List.of("pilot"),
                "pilots/night",
                List.of("berths/cancel", "pilot"),
                "northern-ferries",
                List.of()));
    assertThat(rolesByTeam(caller, "puffin")).containsEntry("tug-crews", List.of());
    assertThat(rolesByTeam(caller, "service-account-berths"))
        .containsOnlyKeys("")
        .containsEntry("", List.of("berths/cancel", "default-roles-harbour"));
  }

  private TestDenizen denizen() {
    return TestDenizen.onFreshDatabase(postgresql, 10);
  }
}
