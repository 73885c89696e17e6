package io.denizen.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.server.PasswordSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** How long an answer takes tells nothing; with hashes as they are in earnest. */
@EndToEnd
@TestInstance(Lifecycle.PER_CLASS)
class PasswordTimingIT {
  private static final int CONNECTIONS = 10;
  private static final int PEOPLE = 3;

  /** Fewer than lock. */
  private static final int ROUNDS = 5;

  private final TestDenizen denizen;
  private final Caller caller;

  PasswordTimingIT(PostgresServer postgresql) {
    this.denizen = TestDenizen.onFreshDatabase(postgresql, CONNECTIONS, PasswordSettings.DEFAULT);
    this.caller = denizen.caller();
  }

  @AfterAll
  void close() {
    denizen.close();
  }

  /**
   * Taken in turns: whoever leaves the hash out is a hundred times as fast. Minima, since what else
   * the machine does can only make a call slower, and need not treat both alike.
   */
  @Test
  void anIdentityThatIsNotThereTakesAsLongAsAWrongPassword() {
    List<Identity> people =
        IntStream.range(0, PEOPLE).mapToObj(i -> personWithAPassword()).toList();
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Identity person : people) {
        known.add(nanos(person.getEmail()));
        unknown.add(nanos(Some.email()));
      }
    }

    assertThat((double) Collections.min(unknown) / Collections.min(known)).isBetween(0.25, 4.0);
  }

  private long nanos(String email) {
    VerifyPasswordRequest wrong =
        VerifyPasswordRequest.newBuilder().setEmail(email).setPassword("tr0ub4dor & 3").build();
    long start = System.nanoTime();
    Refusal refusal = Refusal.of(() -> caller.credentials().verifyPassword(wrong));
    long taken = System.nanoTime() - start;
    assertThat(refusal.reason()).isEqualTo("PASSWORD_WRONG");
    return taken;
  }

  private Identity personWithAPassword() {
    Identity person = Some.person(caller);
    caller
        .credentials()
        .setPassword(
            SetPasswordRequest.newBuilder()
                .setIdentity(person.getName())
                .setPassword("correct horse battery staple")
                .build());
    return person;
  }
}
