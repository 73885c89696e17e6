package io.denizen.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.credential.v1.ConfirmVerificationTokenRequest;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.IssueVerificationTokenRequest;
import io.denizen.credential.v1.Purpose;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordResponse;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.VerifySessionRequest;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Passwords through the real server, with hashes that take a few milliseconds. */
@EndToEnd
class PasswordIT {
  private static final String RIGHT = "correct horse battery staple";
  private static final String WRONG = "tr0ub4dor & 3";
  private static final int MANY = 64;
  private static final int MAY_FAIL = 10;

  private final TestDenizen denizen;
  private final Caller caller;

  PasswordIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
  }

  @Test
  void aPasswordGoesWithItsIdentityAndComesBackWithIt() {
    Identity ada = personWith(RIGHT);
    caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(ada.getName()).build());
    assertThat(Refusal.of(() -> verify(ada, RIGHT)).reason()).isEqualTo("PASSWORD_WRONG");

    caller
        .identities()
        .undeleteIdentity(UndeleteIdentityRequest.newBuilder().setName(ada.getName()).build());

    assertThat(verify(ada, RIGHT).getIdentity()).isEqualTo(ada.getName());
  }

  @Test
  void ofManyGuessesAtOnceAsManyCountAsMay() {
    Identity ada = personWith(RIGHT);

    AtOnce<VerifyPasswordResponse> guesses = AtOnce.run(MANY, i -> verify(ada, WRONG));

    assertThat(guesses.outcomes())
        .isEqualTo(
            Map.of(
                "UNAUTHENTICATED PASSWORD_WRONG",
                MAY_FAIL,
                "FAILED_PRECONDITION CREDENTIAL_LOCKED",
                MANY - MAY_FAIL));
    assertThat(
            denizen
                .sql()
                .number(
                    "SELECT failed_attempts FROM denizen.credentials WHERE identity_id = ?::uuid",
                    Names.id(ada.getName())))
        .isEqualTo(MAY_FAIL);
    assertThat(
            denizen
                .sql()
                .number(
                    "SELECT count(*) FROM denizen.audit_events WHERE resource = ?"
                        + " AND action = 'credential.verification_failed'",
                    ada.getName() + "/credential"))
        .isEqualTo(MAY_FAIL);
    assertThat(Refusal.of(() -> verify(ada, RIGHT)).metadata()).containsKey("lock_end_time");
  }

  @Test
  void manyPasswordsSetAtOnceLeaveOne() {
    Identity ada = Some.person(caller);

    AtOnce<?> settings = AtOnce.run(8, i -> set(ada, RIGHT + i));

    assertThat(settings.outcomes().keySet()).isSubsetOf("OK", "ABORTED STALE_VERSION");
    assertThat(IntStream.range(0, 8).filter(i -> isRight(ada, RIGHT + i)).count()).isEqualTo(1);
  }

  @Test
  void anotherPasswordEndsAllSessionsButTheOneThatIsKept() {
    Identity ada = personWith(WRONG);
    CreateSessionResponse kept = Some.session(caller, ada);
    CreateSessionResponse other = Some.session(caller, ada);

    caller
        .credentials()
        .setPassword(
            SetPasswordRequest.newBuilder()
                .setIdentity(ada.getName())
                .setPassword(RIGHT)
                .setKeptSession(kept.getSession().getName())
                .build());

    assertThat(signedIn(kept)).isTrue();
    assertThat(signedIn(other)).isFalse();
    set(ada, WRONG);
    assertThat(signedIn(kept)).isFalse();
  }

  private boolean signedIn(CreateSessionResponse session) {
    try {
      return caller
          .sessions()
          .verifySession(
              VerifySessionRequest.newBuilder().setRefreshToken(session.getRefreshToken()).build())
          .isInitialized();
    } catch (StatusRuntimeException over) {
      assertThat(Refusal.of(over).reason()).isEqualTo("SESSION_INVALID");
      return false;
    }
  }

  @Test
  void anImportedHashIsReplacedByOneOfOurs() {
    Identity ada = Some.person(caller);
    caller
        .credentials()
        .importPasswordHash(
            ImportPasswordHashRequest.newBuilder()
                .setIdentity(ada.getName())
                .setHash("$2y$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS")
                .build());

    assertThat(verify(ada, RIGHT).getRehashed()).isTrue();
    assertThat(verify(ada, RIGHT).getRehashed()).isFalse();
    assertThat(
            denizen
                .sql()
                .strings(
                    "SELECT hash FROM denizen.credentials WHERE identity_id = ?::uuid",
                    Names.id(ada.getName())))
        .singleElement()
        .asString()
        .startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
  }

  @Test
  void noSecretIsInAnyRowButTheHashInItsOwn() {
    Identity ada = personWith(RIGHT);
    Refusal.of(() -> verify(ada, WRONG));
    String token =
        caller
            .credentials()
            .issueVerificationToken(
                IssueVerificationTokenRequest.newBuilder()
                    .setIdentity(ada.getName())
                    .setPurpose(Purpose.PURPOSE_PASSWORD_RESET)
                    .setRequestId(Some.requestId())
                    .build())
            .getToken();
    caller
        .credentials()
        .confirmVerificationToken(
            ConfirmVerificationTokenRequest.newBuilder()
                .setToken(token)
                .setPassword(RIGHT)
                .setRequestId(Some.requestId())
                .build());
    String hash =
        denizen
            .sql()
            .strings(
                "SELECT hash FROM denizen.credentials WHERE identity_id = ?::uuid",
                Names.id(ada.getName()))
            .getFirst();
    String digest = hash.substring(hash.lastIndexOf('$') + 1);

    List<String> tables =
        denizen.sql().strings("SELECT tablename FROM pg_tables WHERE schemaname = 'denizen'");
    for (String table : tables) {
      String rows =
          String.join("\n", denizen.sql().strings("SELECT t::text FROM denizen." + table + " t"));
      assertThat(rows).as(table).doesNotContain(RIGHT, WRONG, token);
      if (!table.equals("credentials")) {
        assertThat(rows).as(table).doesNotContain(digest);
      }
    }
  }

  private boolean isRight(Identity identity, String password) {
    try {
      return !verify(identity, password).getIdentity().isEmpty();
    } catch (StatusRuntimeException wrong) {
      return false;
    }
  }

  private Identity personWith(String password) {
    Identity person = Some.person(caller);
    set(person, password);
    return person;
  }

  private Object set(Identity identity, String password) {
    return caller
        .credentials()
        .setPassword(
            SetPasswordRequest.newBuilder()
                .setIdentity(identity.getName())
                .setPassword(password)
                .build());
  }

  private VerifyPasswordResponse verify(Identity identity, String password) {
    return caller
        .credentials()
        .verifyPassword(
            VerifyPasswordRequest.newBuilder()
                .setIdentity(identity.getName())
                .setPassword(password)
                .build());
  }
}
