package io.denizen.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through 10,000 identities while others come and go between and beside them. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityPagingIT {
  private static final int RESIDENTS = 10_000;
  private static final int PAGE = 400;
  private static final int RESTLESS = 4;
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As the service would write them, but all at once. */
  private static final String SETTLE =
      """
      WITH residents AS (
        SELECT n, uuidv7_of(n) AS id FROM generate_series(1, %d) n
      ), events AS (
        INSERT INTO denizen.audit_events
            (id, change_set_id, actor, action, resource, resource_id, resource_version, occurred_at)
          SELECT gen_random_uuid(), gen_random_uuid(), 'services/it-tests', 'identity.created',
              'identities/' || id, id, 1, now()
            FROM residents
      )
      INSERT INTO denizen.identities
          (id, email, email_key, display_name, kind, state, email_verified, created_at, updated_at, version)
        SELECT id, 'resident-' || md5(n::text) || '@example.org', 'resident-' || md5(n::text) || '@example.org',
            'Resident ' || n, 'PERSON', 'ACTIVE', false, now(), now(), 1
          FROM residents
      """
          .formatted(RESIDENTS);

  private final TestDenizen denizen;
  private final Set<String> residents = new HashSet<>();

  IdentityPagingIT(PostgresServer postgresql) {
    this.denizen = TestDenizen.onFreshDatabase(postgresql, 8);
  }

  @BeforeAll
  void settle() {
    denizen
        .sql()
        .run(
            """
            CREATE FUNCTION uuidv7_of(n bigint) RETURNS uuid LANGUAGE sql AS $$
              SELECT (substr(h, 1, 12) || '7' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid
                FROM (SELECT lpad(to_hex(extract(epoch FROM now())::bigint * 1000 - n), 12, '0')
                    || md5(n::text) AS h) hex
            $$;
            """
                + SETTLE);
    denizen
        .sql()
        .strings("SELECT id FROM denizen.identities")
        .forEach(id -> residents.add("identities/" + id));
    assertThat(residents).hasSize(RESIDENTS);
  }

  @AfterAll
  void close() {
    denizen.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "create_time", "create_time desc", "email", "email desc"})
  void aWalkNeitherSkipsNorRepeatsWhoWasThereAllAlong(String order) throws InterruptedException {
    List<Identity> walked = new ArrayList<>();
    AtomicInteger came = new AtomicInteger();

    whileOthersComeAndGo(came, () -> walk(order, false, walked, came));

    List<String> names = walked.stream().map(Identity::getName).toList();
    assertThat(names).doesNotHaveDuplicates().containsAll(residents);
    assertThat(walked).isSortedAccordingTo(comparator(order));
    assertThat(came).as("others that came and went meanwhile").hasValueGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create_time", "email desc"})
  void aWalkThatShowsTheDeletedNeitherSkipsNorRepeats(String order) throws InterruptedException {
    List<Identity> walked = new ArrayList<>();
    AtomicInteger came = new AtomicInteger();

    whileOthersComeAndGo(came, () -> walk(order, true, walked, came));

    assertThat(walked.stream().map(Identity::getName).toList())
        .doesNotHaveDuplicates()
        .containsAll(residents);
  }

  /** Goes on to the next page when somebody else has come and gone. */
  private void walk(String order, boolean showDeleted, List<Identity> walked, AtomicInteger came) {
    String token = "";
    do {
      int before = came.get();
      ListIdentitiesResponse page =
          denizen
              .caller()
              .identities()
              .listIdentities(
                  ListIdentitiesRequest.newBuilder()
                      .setPageSize(PAGE)
                      .setPageToken(token)
                      .setOrderBy(order)
                      .setShowDeleted(showDeleted)
                      .build());
      walked.addAll(page.getIdentitiesList());
      token = page.getNextPageToken();
      await().pollInterval(LOOK_EVERY).atMost(PATIENCE).until(() -> came.get() > before);
    } while (!token.isEmpty());
  }

  /** Each of a few callers creates an identity and deletes it again, as fast as it can. */
  private void whileOthersComeAndGo(AtomicInteger came, Runnable walk) throws InterruptedException {
    AtomicBoolean walking = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newFixedThreadPool(RESTLESS)) {
      for (int i = 0; i < RESTLESS; i++) {
        Caller restless = denizen.as("services/restless");
        threads.execute(
            () -> {
              while (walking.get()) {
                comeAndGo(restless);
                came.incrementAndGet();
              }
            });
      }
      try {
        walk.run();
      } finally {
        walking.set(false);
      }
    }
  }

  private static void comeAndGo(Caller caller) {
    // Their addresses fall between those of the residents, not behind them.
    String email =
        "resident-%08x-%s".formatted(ThreadLocalRandom.current().nextInt(), Some.email());
    Identity guest =
        caller
            .identities()
            .createIdentity(
                CreateIdentityRequest.newBuilder()
                    .setIdentity(Some.person().setEmail(email))
                    .build());
    caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(guest.getName()).build());
  }

  private static Comparator<Identity> comparator(String order) {
    Comparator<Identity> ascending =
        order.startsWith("email")
            ? Comparator.comparing(Identity::getEmail).thenComparing(Identity::getName)
            : Comparator.comparing(Identity::getName);
    return order.endsWith(" desc") ? ascending.reversed() : ascending;
  }
}
