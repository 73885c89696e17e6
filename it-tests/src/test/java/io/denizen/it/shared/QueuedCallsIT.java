package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work whose caller has given up is not started. */
@EndToEnd
class QueuedCallsIT {
  private static final int POOL_SIZE = 4;
  private static final int AHEAD = 20;

  @Test
  void aCallWhoseDeadlinePassedWhileItWaitedIsNotCarriedOut(PostgresServer postgresql)
      throws SQLException, ExecutionException, InterruptedException {
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, POOL_SIZE);
        Connection blocking = denizen.sql().connect();
        Statement statement = blocking.createStatement()) {
      Identity warm = Some.person(denizen.caller());
      blocking.setAutoCommit(false);
      statement.execute("LOCK TABLE denizen.identities IN ACCESS EXCLUSIVE MODE");
      List<ListenableFuture<Identity>> ahead = new ArrayList<>();
      for (int i = 0; i < AHEAD; i++) {
        ahead.add(
            IdentityServiceGrpc.newFutureStub(denizen.caller().channel())
                .createIdentity(creation(Some.email())));
      }
      // Each was tried among the others, and waits now for the lock, or behind who does.
      await()
          .atMost(Duration.ofSeconds(30))
          .during(Duration.ofMillis(500))
          .until(() -> blocked(denizen, "denizen") > 0 && blocked(denizen, "denizen-commit") == 0);
      String email = Some.email();

      Refusal refusal =
          Refusal.of(
              () ->
                  denizen
                      .caller()
                      .identities()
                      .withDeadlineAfter(2, TimeUnit.SECONDS)
                      .createIdentity(creation(email)));

      assertThat(refusal.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      // The caller's clock is not the server's.
      await().atMost(Duration.ofSeconds(30)).until(() -> denizen.handlers().cancelled() == 1);
      blocking.rollback();
      for (ListenableFuture<Identity> call : ahead) {
        assertThat(call.get().getName()).as("a call that waited").isNotEqualTo(warm.getName());
      }
      // Behind it in the queue; when this one is answered, its turn has come and gone.
      Some.person(denizen.caller());
      assertThat(
              denizen
                  .sql()
                  .number("SELECT count(*) FROM denizen.identities WHERE email_key = ?", email))
          .isZero();
      assertThat(denizen.sql().number("SELECT count(*) FROM denizen.audit_events"))
          .isEqualTo(1 + AHEAD + 1);
    }
  }

  private static long blocked(TestDenizen denizen, String pool) {
    return denizen
        .sql()
        .number(
            """
            SELECT count(*) FROM pg_stat_activity
              WHERE datname = current_database() AND application_name = ? AND wait_event_type = 'Lock'
            """,
            pool);
  }

  private static CreateIdentityRequest creation(String email) {
    return CreateIdentityRequest.newBuilder().setIdentity(Some.person().setEmail(email)).build();
  }
}
