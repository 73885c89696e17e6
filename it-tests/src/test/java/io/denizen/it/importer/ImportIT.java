package io.denizen.it.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.DeleteRoleRequest;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.membership.v1.UpdateRoleRequest;
import io.denizen.server.importer.OrganisationImport;
import io.denizen.server.importer.Tally;
import io.denizen.server.importer.Tally.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A whole organisation comes in through the public API, once. */
@EndToEnd
class ImportIT {
  private static final Path SAMPLE = Path.of("..", "samples", "skerry.ndjson");

  /** A real organisation, where it lies beside the repository. */
  private static final Path REAL = Path.of("..", "..", "shared", "data", "org.ndjson");

  private static final int SAMPLED_IDENTITIES = 200;

  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(60);

  private final PostgresServer postgresql;

  ImportIT(PostgresServer postgresql) {
    this.postgresql = postgresql;
  }

  @Test
  void theSampleComesInAndTheSecondTimeChangesNothing() throws Exception {
    comesInOnce(
        SAMPLE,
        Map.of("applications", 2, "identities", 12, "teams", 6, "roles", 12, "memberships", 25));
  }

  @Test
  void theRealOrganisationComesInAndTheSecondTimeChangesNothing() throws Exception {
    assumeTrue(Files.exists(REAL), "there is no " + REAL + " here");
    comesInOnce(
        REAL,
        Map.of(
            "applications",
            8,
            "identities",
            1_509,
            "teams",
            766,
            "roles",
            18,
            "memberships",
            6_281));
  }

  @Test
  void rolesThatWereDeletedComeBackAsTheFileSaysAndNotAsTheyWere() throws Exception {
    String file =
        """
        {"type": "application", "slug": "shop"}
        {"type": "role", "application": "shop", "slug": "reader", "permissions": ["till.read"]}
        {"type": "role", "application": "shop", "slug": "clerk", "permissions": ["till.open"], "includes": ["reader"]}
        {"type": "identity", "slug": "ada", "email": "ada@example.org"}
        {"type": "membership", "identity": "ada", "application": "shop", "roles": ["clerk", "guest"]}
        """;
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 4)) {
      Caller caller = denizen.caller();
      assertThat(run(new OrganisationImport(caller.channel(), () -> {}), file).failures())
          .isEmpty();
      permitEverything(caller, "clerk");
      permitEverything(caller, "guest");
      delete(caller, "clerk");
      delete(caller, "reader");
      delete(caller, "guest");

      Tally rehearsed = run(OrganisationImport.rehearsed(caller.channel(), () -> {}), file);
      Tally done = run(new OrganisationImport(caller.channel(), () -> {}), file);

      assertThat(done.failures()).isEmpty();
      assertThat(done.of("roles", Outcome.UPDATED)).isEqualTo(3);
      assertThat(done.of("memberships", Outcome.UPDATED)).isEqualTo(1);
      assertThat(rehearsed.summary()).isEqualTo(done.summary());
      assertThat(Imported.role(caller, "shop", "clerk").getPermissionsList())
          .containsExactly("till.open");
      assertThat(Imported.role(caller, "shop", "clerk").getIncludesList())
          .containsExactly("reader");
      assertThat(Imported.role(caller, "shop", "guest").getPermissionsList()).isEmpty();
    }
  }

  @Test
  void whoseTimeIsOverBelongsAnewIfTheFileSaysSo() throws Exception {
    String file =
        """
        {"type": "application", "slug": "shop"}
        {"type": "identity", "slug": "ada", "email": "ada@example.org"}
        {"type": "membership", "identity": "ada", "application": "shop", "roles": []}
        """;
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 4)) {
      Caller caller = denizen.caller();
      assertThat(run(new OrganisationImport(caller.channel(), () -> {}), file).failures())
          .isEmpty();
      endMemberships(caller);

      Tally done = run(new OrganisationImport(caller.channel(), () -> {}), file);

      assertThat(done.failures()).isEmpty();
      assertThat(done.of("memberships", Outcome.CREATED)).isEqualTo(1);
    }
  }

  /** A second after their end, for those who look at whole seconds. */
  private static void endMemberships(Caller caller) {
    String application =
        caller
            .applications()
            .listApplications(ListApplicationsRequest.getDefaultInstance())
            .getApplications(0)
            .getName();
    ListMembershipsRequest ofApplication =
        ListMembershipsRequest.newBuilder().setParent(application).build();
    for (Membership membership :
        caller.memberships().listMemberships(ofApplication).getMembershipsList()) {
      Membership ended =
          caller
              .memberships()
              .updateMembership(
                  UpdateMembershipRequest.newBuilder()
                      .setMembership(
                          membership.toBuilder()
                              .setTtl(Duration.newBuilder().setNanos(100_000_000)))
                      .setUpdateMask(FieldMask.newBuilder().addPaths("ttl"))
                      .build());
      await()
          .atMost(PATIENCE)
          .until(() -> Instant.now().getEpochSecond() > ended.getExpireTime().getSeconds() + 1);
    }
  }

  private static void permitEverything(Caller caller, String role) {
    caller
        .roles()
        .updateRole(
            UpdateRoleRequest.newBuilder()
                .setRole(
                    Imported.role(caller, "shop", role).toBuilder()
                        .clearPermissions()
                        .addPermissions("*"))
                .build());
  }

  private static void delete(Caller caller, String role) {
    caller
        .roles()
        .deleteRole(
            DeleteRoleRequest.newBuilder()
                .setName(Imported.role(caller, "shop", role).getName())
                .setForce(true)
                .build());
  }

  private static Tally run(OrganisationImport anImport, String file) throws Exception {
    return anImport.run(new BufferedReader(new StringReader(file)));
  }

  private void comesInOnce(Path file, Map<String, Integer> expected) throws Exception {
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 10)) {
      Tally first = load(denizen, file);

      assertThat(first.failures()).isEmpty();
      expected.forEach(
          (type, count) -> assertThat(first.of(type, Outcome.CREATED)).as(type).isEqualTo(count));
      long total = expected.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(denizen.sql().number("SELECT count(*) FROM denizen.audit_events"))
          .as("an event a resource")
          .isEqualTo(total);

      Map<String, Long> rows = denizen.sql().rowCounts();
      Tally second = load(denizen, file);
      assertThat(second.of(Outcome.UNCHANGED)).isEqualTo((int) total);
      assertThat(denizen.sql().rowCounts()).as("nothing changed").isEqualTo(rows);
      everyoneBelongsWhereTheFileSays(
          denizen.caller(),
          file,
          Math.min(SAMPLED_IDENTITIES, Objects.requireNonNull(expected.get("identities"))));
    }
  }

  private static Tally load(TestDenizen denizen, Path file)
      throws IOException, InterruptedException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return new OrganisationImport(denizen.caller().channel(), () -> {}).run(reader);
    }
  }

  /** Some of them, chosen at random but the same each time. */
  private static void everyoneBelongsWhereTheFileSays(Caller caller, Path file, int sampled)
      throws IOException {
    Map<String, Set<Belongings.Place>> said = Belongings.of(file);
    List<String> slugs = new ArrayList<>(new TreeSet<>(said.keySet()));
    Collections.shuffle(slugs, new Random(7));
    Belongings belongings = new Belongings(caller);
    for (String slug : slugs.subList(0, sampled)) {
      assertThat(belongings.of(slug)).as("where %s belongs", slug).isEqualTo(said.get(slug));
    }
    assertThat(belongings.of(stranger(caller))).as("where a stranger belongs").isEmpty();
  }

  /** The files have none who belongs nowhere. */
  private static String stranger(Caller caller) {
    String slug = Some.handle();
    caller
        .identities()
        .createIdentity(
            CreateIdentityRequest.newBuilder().setIdentity(Some.person().setSlug(slug)).build());
    return slug;
  }
}
