package io.denizen.it.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.GetSessionRequest;
import io.denizen.session.v1.ListSessionsRequest;
import io.denizen.session.v1.RefreshSessionRequest;
import io.denizen.session.v1.RefreshSessionResponse;
import io.denizen.session.v1.VerifySessionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A token is told once, to whom it is for, and nowhere else. */
@EndToEnd
class SessionSecretsIT {
  /** Whatever of a row is text. */
  private static final String EVERYTHING_BUT_TOKENS =
      """
      SELECT string_agg(row::text, ' ') FROM (
        SELECT to_jsonb(e) AS row FROM denizen.audit_events e
        UNION ALL SELECT to_jsonb(i) FROM denizen.audit_images i
        UNION ALL SELECT to_jsonb(r) FROM denizen.requests r
        UNION ALL SELECT to_jsonb(s) FROM denizen.sessions s
        UNION ALL SELECT to_jsonb(d) FROM denizen.devices d
      ) AS everything
      """;

  private final TestDenizen denizen;
  private final Caller caller;

  SessionSecretsIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
  }

  @Test
  void noTokenAndNoDigestIsInTheTrailInTheLogOrInAnotherAnswer() {
    Logger log = (Logger) LoggerFactory.getLogger("io.denizen");
    Level level = log.getLevel();
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    log.addAppender(logged);
    log.setLevel(Level.DEBUG);
    List<String> told = new ArrayList<>();
    List<String> tokens;
    try {
      tokens = live(told);
    } finally {
      log.setLevel(level);
      log.detachAppender(logged);
    }

    String lines =
        List.copyOf(logged.list).stream()
            .map(ILoggingEvent::getFormattedMessage)
            .collect(Collectors.joining("\n"));
    String rows = denizen.sql().strings(EVERYTHING_BUT_TOKENS).getFirst();
    List<String> secrets = new ArrayList<>(tokens);
    secrets.addAll(
        denizen.sql().strings("SELECT encode(token_hash, 'hex') FROM denizen.refresh_tokens"));
    secrets.addAll(denizen.sql().strings("SELECT encode(salt, 'hex') FROM denizen.refresh_tokens"));
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(6);
    assertThat(rows).contains("refresh_token.consumed");
    for (String secret : secrets) {
      assertThat(lines).doesNotContain(secret);
      assertThat(rows).doesNotContain(secret);
      assertThat(told).noneMatch(answer -> answer.contains(secret));
    }
    assertThat(
            denizen
                .sql()
                .number(
                    "SELECT count(*) FROM denizen.refresh_tokens t WHERE to_jsonb(t)::text LIKE ?",
                    "%" + tokens.getFirst() + "%"))
        .isZero();
  }

  /** Has everything done with a session; answers the tokens. */
  private List<String> live(List<String> told) {
    Identity person = Some.person(caller);
    CreateSessionResponse granted =
        caller
            .sessions()
            .createSession(Some.signingIn(person).setRequestId(Some.requestId()).build());
    RefreshSessionResponse refreshed =
        caller
            .sessions()
            .refreshSession(
                RefreshSessionRequest.newBuilder()
                    .setRefreshToken(granted.getRefreshToken())
                    .setRequestId(Some.requestId())
                    .build());
    String token = refreshed.getRefreshToken();
    VerifySessionRequest verification =
        VerifySessionRequest.newBuilder().setRefreshToken(token).build();
    String name = granted.getSession().getName();
    told.add(granted.getSession().toString());
    told.add(refreshed.getSession().toString());
    told.add(caller.sessions().verifySession(verification).toString());
    told.add(
        caller
            .sessions()
            .getSession(GetSessionRequest.newBuilder().setName(name).build())
            .toString());
    told.add(
        caller
            .sessions()
            .listSessions(ListSessionsRequest.newBuilder().setParent(person.getName()).build())
            .toString());
    caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(person.getName()).build());
    told.add(Refusal.of(() -> caller.sessions().verifySession(verification)).toString());
    return List.of(granted.getRefreshToken(), token);
  }
}
