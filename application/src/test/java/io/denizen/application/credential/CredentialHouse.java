package io.denizen.application.credential;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.House;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.CredentialSummary;
import io.denizen.domain.credential.LockPolicy;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordPolicy;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.testkit.credential.QuickHashing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/** The use cases of the room over a house, at a time that a test sets. */
final class CredentialHouse extends Clock {

  static final Password RIGHT = Password.chosen("correct horse");
  static final Password WRONG = Password.chosen("battery staple");
  static final Password KNOWN = Password.chosen("password1");
  static final LockPolicy LOCKS = new LockPolicy(3, Duration.ofMinutes(1));

  final House house = new House();
  final QuickHashing hashing = new QuickHashing();
  private final PasswordPolicy policy =
      new PasswordPolicy(password -> password.key().equals(KNOWN.key()));
  final Changes changes =
      new Changes(
          house.store.journal(),
          house.store.requests(),
          house.store.auditEvents(),
          house.store.ids(),
          this);
  final Passwords passwords =
      new Passwords(
          house.store.identities(),
          house.store.credentials(),
          house.store.verificationTokens(),
          SignIns.NONE,
          hashing,
          policy,
          changes,
          house.store.ids());
  final PasswordVerification verification =
      new PasswordVerification(
          house.store.identities(),
          house.store.credentials(),
          hashing,
          LOCKS,
          changes,
          house.store.ids(),
          this);
  final Verification tokens =
      new Verification(
          house.store.identities(),
          house.store.credentials(),
          house.store.verificationTokens(),
          SignIns.NONE,
          hashing,
          policy,
          this::token,
          changes,
          house.store.ids());
  final VerificationSweep tokenSweep =
      new VerificationSweep(house.store.verificationTokens(), changes, this);
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  void pass(Duration time) {
    now = now.plus(time);
  }

  Identity personWith(Password password) {
    Identity person = house.person();
    set(person, password);
    return person;
  }

  CredentialSummary set(Identity identity, Password password) {
    return answer(passwords.set(house.submission, identity.id(), password, null));
  }

  VerifiedPassword verify(Identity identity, Password password) {
    return answer(verification.verify(house.caller, identity.id(), password));
  }

  /** Gives a wrong password so often. */
  void failTimes(int times, Identity identity) {
    for (int i = 0; i < times; i++) {
      Failure failure = refuse(identity, WRONG);
      if (!failure.equals(new CredentialFailure.PasswordWrong())) {
        throw new AssertionError(failure);
      }
    }
  }

  Failure refuse(Identity identity, Password password) {
    return refusal(verification.verify(house.caller, identity.id(), password));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  private TokenSecret token(TokenKind kind) {
    byte[] unique = house.fixtures.word("").getBytes(StandardCharsets.US_ASCII);
    return TokenSecret.of(kind, Arrays.copyOf(unique, TokenSecret.BYTES));
  }
}
