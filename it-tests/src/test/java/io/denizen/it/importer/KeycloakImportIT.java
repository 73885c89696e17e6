package io.denizen.it.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.type.Date;
import io.denizen.credential.v1.GetCredentialRequest;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordResponse;
import io.denizen.identity.v1.ExternalAccount;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.Profile;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.Team;
import io.denizen.server.StartFailure;
import io.denizen.server.importer.OrganisationImport;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import io.denizen.server.importer.keycloak.KeycloakExport;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Keycloak exported comes in through the public API, once.
 *
 * <p>The hashes in the files are made by Python's hashlib (PBKDF2) and by OpenSSL 4.0 through
 * Python's cryptography (Argon2id), not by what verifies them here.
 */
@EndToEnd
class KeycloakImportIT {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Path RESOURCES = Path.of("src", "test", "resources", "keycloak");
  private static final Path HARBOUR = SAMPLES.resolve("harbour-realm.json");

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
  void theSecondTimeNothingChanges() throws Exception {
    for (Path[] files :
        List.of(
            new Path[] {HARBOUR},
            new Path[] {RESOURCES.resolve("lighthouse-realm.json")},
            quay(),
            new Path[] {RESOURCES.resolve("users.json")})) {
      try (TestDenizen denizen = denizen()) {
        Tally first = load(denizen, files);
        Map<String, Long> rows = denizen.sql().rowCounts();
        Tally second = load(denizen, files);

        assertThat(first.failures()).as("%s", (Object) files).isEmpty();
        assertThat(second.failures()).isEmpty();
        assertThat(second.of(Outcome.CREATED)).isZero();
        assertThat(second.of(Outcome.UPDATED)).isZero();
        assertThat(second.of(Outcome.UNCHANGED)).isEqualTo(first.of(Outcome.CREATED));
        assertThat(denizen.sql().rowCounts()).isEqualTo(rows);
      }
    }
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws Exception {
    try (TestDenizen denizen = denizen()) {
      Map<String, Long> rows = denizen.sql().rowCounts();
      Tally rehearsed = rehearse(denizen, HARBOUR);
      assertThat(denizen.sql().rowCounts()).isEqualTo(rows);
      Tally done = load(denizen, HARBOUR);

      assertThat(rehearsed.failures()).isEmpty();
      assertThat(rehearsed.summary()).isEqualTo(done.summary());
      assertThat(rehearsed.leftOut()).isEqualTo(done.leftOut());
      rows = denizen.sql().rowCounts();
      assertThat(rehearse(denizen, HARBOUR).of(Outcome.UNCHANGED))
          .isEqualTo(done.of(Outcome.CREATED));
      assertThat(denizen.sql().rowCounts()).isEqualTo(rows);
    }
  }

  @Test
  void aDryRunFindsWhatTheServerWouldRefuse(@TempDir Path dir) throws Exception {
    try (TestDenizen denizen = denizen()) {
      Path absurd =
          Files.writeString(
              dir.resolve("absurd.json"),
              """
              {"realm":"absurd","users":[
                {"username":"auk","email":"auk@example.org","credentials":[{"type":"password",
                  "credentialData":"{\\"hashIterations\\":3,\\"algorithm\\":\\"argon2\\",\\"additionalParameters\\":{\\"memory\\":[\\"1073741824\\"],\\"type\\":[\\"id\\"],\\"version\\":[\\"1.3\\"],\\"parallelism\\":[\\"1\\"]}}",
                  "secretData":"{\\"value\\":\\"V95u0RgZtVD2HbwearOvtcNQmDj50X9nNgjmPWP0clU=\\",\\"salt\\":\\"c2l4dGVlbiBieXRlcyBhYg==\\"}"}]},
                {"username":"smew","email":"no address"},
                {"username":"eider","email":"eider@example.org","federatedIdentities":[{"identityProvider":"google","userId":"not ascii \u00fc"}]}]}
              """);
      Tally rehearsed = rehearse(denizen, absurd);

      assertThat(rehearsed.of("passwords", Outcome.FAILED)).isEqualTo(1);
      assertThat(rehearsed.of("identities", Outcome.FAILED)).isEqualTo(1);
      assertThat(rehearsed.of("external logins", Outcome.FAILED)).isEqualTo(1);
      assertThat(String.join("\n", rehearsed.failures()))
          .contains("users[0] (auk)", "keycloak.credential_data", "users[1] (smew)", "email")
          .doesNotContain("V95u0Rg");
      assertThat(denizen.sql().number("SELECT count(*) FROM denizen.audit_events")).isZero();
      Tally done = load(denizen, absurd);
      assertThat(done.summary()).isEqualTo(rehearsed.summary());
    }
  }

  @Test
  void aPasswordThatWasChangedOrHashedAnewStays() throws Exception {
    try (TestDenizen denizen = denizen()) {
      load(denizen, HARBOUR);
      Caller caller = denizen.caller();
      assertThat(verify(caller, "gannet", "the lamp is lit").getRehashed()).isTrue();
      caller
          .credentials()
          .setPassword(
              SetPasswordRequest.newBuilder()
                  .setIdentity(bySlug(caller, "guillemot").getName())
                  .setPassword("under the bridge")
                  .build());
      Tally second = load(denizen, HARBOUR);

      assertThat(second.of("passwords", Outcome.UNCHANGED)).isEqualTo(3);
      assertThat(verify(caller, "gannet", "the lamp is lit").getRehashed()).isFalse();
      assertThat(verify(caller, "guillemot", "under the bridge").getIdentity()).isNotEmpty();
    }
  }

  @Test
  void whatHasChangedInKeycloakIsBroughtOverAndNothingElse(@TempDir Path dir) throws Exception {
    try (TestDenizen denizen = denizen()) {
      load(denizen, HARBOUR);
      Path changed =
          Files.writeString(
              dir.resolve("changed.json"),
              Files.readString(HARBOUR)
                  .replace(
                      "\"enabled\": false,\n      \"createdTimestamp\"",
                      "\"enabled\": true,\n      \"createdTimestamp\"")
                  .replace("Petra.Gannet@example.org", "petra@example.org")
                  .replace("\"pilots\"\n", "\"lights\"\n"));
      Tally second = load(denizen, changed);

      assertThat(second.failures()).isEmpty();
      assertThat(second.of("identities", Outcome.UPDATED)).isEqualTo(2);
      assertThat(second.of("preferences", Outcome.UPDATED)).isEqualTo(1);
      assertThat(second.of(Outcome.UPDATED)).isEqualTo(3);
      assertThat(second.of(Outcome.CREATED)).isZero();
      Caller caller = denizen.caller();
      assertThat(bySlug(caller, "puffin").getState()).isEqualTo(Identity.State.STATE_ACTIVE);
      assertThat(bySlug(caller, "gannet").getEmail()).isEqualTo("petra@example.org");
      assertThat(bySlug(caller, "gannet").getEmailVerified()).isTrue();
    }
  }

  @Test
  void whoOnlyHasTheSameHandleIsSomebodyElse(@TempDir Path dir) throws Exception {
    try (TestDenizen denizen = denizen()) {
      load(denizen, HARBOUR);
      Path other =
          Files.writeString(
              dir.resolve("other.json"),
              """
              {"realm":"other","users":[{"id":"2","username":"tern","email":"x@example.org"},
               {"id":"1","username":"gannet","email":"another@example.org",
                "credentials":[{"type":"password","value":"a stolen lamp"}]}]}""");
      Tally tally = load(denizen, other);

      assertThat(tally.of("identities", Outcome.FAILED)).isEqualTo(1);
      assertThat(tally.of("identities", Outcome.CREATED)).isEqualTo(1);
      assertThat(tally.failures().toString()).contains("users[1] (gannet)", "another address");
      assertThat(bySlug(denizen.caller(), "gannet").getEmail())
          .isEqualTo("Petra.Gannet@example.org");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "\"realm\"",
        "{}",
        "{\"foo\":1}",
        "[1]",
        "[{\"foo\":1}]",
        "{\"realm\":\"r\",\"users\":[{\"username\":\"auk\",\"email\":\"auk@example.org\"},{\"usern",
        "{\"realm\":\"r\",\"users\":[{\"username\":\"auk\",\"email\":\"auk@example.org\"}]} {}",
        "{\"realm\":\"r\",\"realm\":\"s\",\"users\":[]}",
        "{\"realm\":\"r\",\"users\":[{\"username\":\"auk\",\"email\":\"auk@example.org\"}],\"x\":MARKED}"
      })
  void whatIsNoExportIsRefusedBeforeAnythingIsWritten(String json, @TempDir Path dir)
      throws Exception {
    try (TestDenizen denizen = denizen()) {
      Path file = Files.writeString(dir.resolve("realm.json"), json);

      assertThatThrownBy(() -> load(denizen, file))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("realm.json")
          .hasMessageNotContaining("MARKED");
      assertThat(denizen.sql().number("SELECT count(*) FROM denizen.audit_events")).isZero();
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

  private static Role role(Caller caller, String application, String slug) {
    String parent =
        caller
            .applications()
            .listApplications(
                ListApplicationsRequest.newBuilder()
                    .setFilter("slug = \"" + application + "\"")
                    .build())
            .getApplications(0)
            .getName();
    return caller
        .roles()
        .listRoles(
            ListRolesRequest.newBuilder()
                .setParent(parent)
                .setFilter("slug = \"" + slug + "\"")
                .build())
        .getRoles(0);
  }

  /** By the slug of the team; "" is the realm, and another application has its own slug. */
  private static Map<String, List<String>> rolesByTeam(Caller caller, String slug) {
    Map<String, String> names = new HashMap<>();
    caller
        .applications()
        .listApplications(ListApplicationsRequest.getDefaultInstance())
        .getApplicationsList()
        .forEach(
            application -> {
              names.put(application.getName(), application.getSlug());
              for (Team team :
                  caller
                      .teams()
                      .listTeams(
                          ListTeamsRequest.newBuilder().setParent(application.getName()).build())
                      .getTeamsList()) {
                names.put(team.getName(), team.getSlug());
              }
            });
    Map<String, List<String>> roles = new HashMap<>();
    caller
        .memberships()
        .listMemberships(
            ListMembershipsRequest.newBuilder()
                .setParent("applications/-")
                .setFilter("identity = \"" + bySlug(caller, slug).getName() + "\"")
                .build())
        .getMembershipsList()
        .forEach(
            membership -> {
              String application =
                  names.get(
                      membership.getName().substring(0, membership.getName().indexOf("/member")));
              String place =
                  membership.getTeam().isEmpty() ? application : names.get(membership.getTeam());
              boolean realm = List.of("harbour", "lighthouse", "quay").contains(place);
              roles.put(realm ? "" : place, membership.getRolesList());
            });
    return roles;
  }

  private static List<String> attribute(Struct keycloak, String name) {
    return keycloak
        .getFieldsOrThrow("attributes")
        .getStructValue()
        .getFieldsOrThrow(name)
        .getListValue()
        .getValuesList()
        .stream()
        .map(Value::getStringValue)
        .toList();
  }

  private static Struct keycloak(Caller caller, String slug) {
    return caller
        .preferences()
        .getPreferences(
            GetPreferencesRequest.newBuilder()
                .setName(bySlug(caller, slug).getName() + "/preferences")
                .build())
        .getSettings()
        .getFieldsOrThrow("keycloak")
        .getStructValue();
  }

  private static Profile profile(Caller caller, String slug) {
    return caller
        .profiles()
        .getProfile(
            GetProfileRequest.newBuilder()
                .setName(bySlug(caller, slug).getName() + "/profile")
                .build());
  }

  private static VerifyPasswordResponse verify(Caller caller, String slug, String password) {
    return caller
        .credentials()
        .verifyPassword(
            VerifyPasswordRequest.newBuilder()
                .setIdentity(bySlug(caller, slug).getName())
                .setPassword(password)
                .build());
  }

  private static Status.Code code(Throwable failure) {
    return Status.fromThrowable(failure).getCode();
  }

  private static Identity bySlug(Caller caller, String slug) {
    return caller
        .identities()
        .lookupIdentity(LookupIdentityRequest.newBuilder().setSlug(slug).build());
  }

  private static Identity byEmail(Caller caller, String email) {
    return caller
        .identities()
        .lookupIdentity(LookupIdentityRequest.newBuilder().setEmail(email).build());
  }

  private static Map<String, Integer> created(Tally tally) {
    Map<String, Integer> created = new HashMap<>();
    Stream.of(
            "applications",
            "identities",
            "teams",
            "memberships",
            "profiles",
            "preferences",
            "external logins",
            "passwords")
        .forEach(type -> created.put(type, tally.of(type, Outcome.CREATED)));
    return created;
  }

  private static Path[] quay() {
    return Stream.of("quay-realm.json", "quay-users-0.json", "quay-users-1.json")
        .map(RESOURCES::resolve)
        .toArray(Path[]::new);
  }

  private TestDenizen denizen() {
    return TestDenizen.onFreshDatabase(postgresql, 10);
  }

  private static Tally load(TestDenizen denizen, Path... files)
      throws IOException, InterruptedException {
    return new OrganisationImport(denizen.caller().channel(), () -> {})
        .run(new KeycloakExport(Arrays.asList(files)));
  }

  private static Tally rehearse(TestDenizen denizen, Path... files)
      throws IOException, InterruptedException {
    return OrganisationImport.rehearsed(denizen.caller().channel(), () -> {})
        .run(new KeycloakExport(Arrays.asList(files)));
  }
}
