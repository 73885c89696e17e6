package io.denizen.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.session.SessionState;
import io.denizen.domain.session.Sessions;
import io.denizen.testkit.shared.Pages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Sessions#list} promises. */
public abstract class SessionListContract extends SessionPortContract {

  private static final SessionPolicy SHORT =
      new SessionPolicy(Duration.ofHours(2), Duration.ofHours(1), Duration.ZERO);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void listsInOrderOfCreationBothWays(int pageSize) {
    Identity person = person();
    Session one = session(person);
    Session two = session(person);
    Session three = session(person);
    session(person());

    assertThat(walk(of(person, null, null, Instant.EPOCH), pageSize))
        .containsExactly(one, two, three);
    assertThat(
            walk(new SessionQuery(person.id(), null, null, Instant.EPOCH, true, false), pageSize))
        .containsExactly(three, two, one);
  }

  @Test
  void filtersByDeviceAndState() {
    Identity person = person();
    Device device = device(person);
    Session open = session(person, device);
    Session brief = committed(occasion -> opened(person, device, SHORT, occasion));
    Session revoked = committed(occasion -> session(person).revoke(SignInEnd.REQUESTED, occasion));
    Instant later = brief.expireTime();

    assertThat(walk(of(person, null, SessionState.ACTIVE, later), 1)).containsExactly(open);
    assertThat(walk(of(person, null, SessionState.ACTIVE, later.minusNanos(1_000)), 1))
        .containsExactly(open, brief);
    assertThat(walk(of(person, null, SessionState.EXPIRED, later), 1)).containsExactly(brief);
    assertThat(walk(of(person, null, SessionState.REVOKED, later), 1)).containsExactly(revoked);
    assertThat(walk(of(person, device.id(), null, later), 1)).containsExactly(open, brief);
    assertThat(walk(of(person(), device.id(), null, later), 1)).isEmpty();
  }

  @Test
  void leavesOutDeletedOnesUnlessAskedForThem() {
    Identity person = person();
    Session gone = committed(session(person)::sweep);
    Session there = session(person);

    assertThat(walk(of(person, null, null, Instant.EPOCH), 1)).containsExactly(there);
    assertThat(walk(new SessionQuery(person.id(), null, null, Instant.EPOCH, false, true), 1))
        .containsExactly(gone, there);
  }

  private List<Session> walk(SessionQuery query, int pageSize) {
    return Pages.walk(page -> ports().sessions().list(query, page), pageSize);
  }

  private static SessionQuery of(
      Identity identity, @Nullable DeviceId device, @Nullable SessionState state, Instant now) {
    return new SessionQuery(identity.id(), device, state, now, false, false);
  }
}
