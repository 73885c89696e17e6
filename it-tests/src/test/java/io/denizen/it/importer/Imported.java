package io.denizen.it.importer;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordResponse;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.Profile;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.Team;
import io.denizen.server.importer.OrganisationImport;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import io.denizen.server.importer.keycloak.KeycloakExport;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Brings exports of Keycloak in, and asks as callers do what has come of them. */
final class Imported {

  private Imported() {}

  private static final Path SAMPLES = Path.of("..", "samples");
  static final Path RESOURCES = Path.of("src", "test", "resources", "keycloak");
  static final Path HARBOUR = SAMPLES.resolve("harbour-realm.json");

  static Role role(Caller caller, String application, String slug) {
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
  static Map<String, List<String>> rolesByTeam(Caller caller, String slug) {
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

  static List<String> attribute(Struct keycloak, String name) {
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

  static Struct keycloak(Caller caller, String slug) {
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

  static Profile profile(Caller caller, String slug) {
    return caller
        .profiles()
        .getProfile(
            GetProfileRequest.newBuilder()
                .setName(bySlug(caller, slug).getName() + "/profile")
                .build());
  }

  static VerifyPasswordResponse verify(Caller caller, String slug, String password) {
    return caller
        .credentials()
        .verifyPassword(
            VerifyPasswordRequest.newBuilder()
                .setIdentity(bySlug(caller, slug).getName())
                .setPassword(password)
                .build());
  }

  static Status.Code code(Throwable failure) {
    return Status.fromThrowable(failure).getCode();
  }

  static Identity bySlug(Caller caller, String slug) {
    return caller
        .identities()
        .lookupIdentity(LookupIdentityRequest.newBuilder().setSlug(slug).build());
  }

  static Identity byEmail(Caller caller, String email) {
    return caller
        .identities()
        .lookupIdentity(LookupIdentityRequest.newBuilder().setEmail(email).build());
  }

  static Map<String, Integer> created(Tally tally) {
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

  static Path[] quay() {
    return Stream.of("quay-realm.json", "quay-users-0.json", "quay-users-1.json")
        .map(RESOURCES::resolve)
        .toArray(Path[]::new);
  }

  static Tally load(TestDenizen denizen, Path... files) throws IOException, InterruptedException {
    return new OrganisationImport(denizen.caller().channel(), () -> {})
        .run(new KeycloakExport(Arrays.asList(files)));
  }

  static Tally rehearse(TestDenizen denizen, Path... files)
      throws IOException, InterruptedException {
    return OrganisationImport.rehearsed(denizen.caller().channel(), () -> {})
        .run(new KeycloakExport(Arrays.asList(files)));
  }
}
