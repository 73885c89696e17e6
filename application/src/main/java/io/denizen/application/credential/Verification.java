package io.denizen.application.credential;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHashing;
import io.denizen.domain.credential.PasswordPolicy;
import io.denizen.domain.credential.TokenSummary;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokenId;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.domain.shared.TokenSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens that somebody proves something by, and does what follows from the proof.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class Verification {

  private final Identities identities;
  private final VerificationTokens tokens;
  private final PasswordHashing hashing;
  private final PasswordPolicy policy;
  private final PasswordChange passwordChange;
  private final TokenSource secrets;
  private final Changes changes;
  private final Ids ids;

  public Verification(
      Identities identities,
      Credentials credentials,
      VerificationTokens tokens,
      SignIns<?> signIns,
      PasswordHashing hashing,
      PasswordPolicy policy,
      TokenSource secrets,
      Changes changes,
      Ids ids) {
    this.identities = identities;
    this.tokens = tokens;
    this.hashing = hashing;
    this.policy = policy;
    this.passwordChange = new PasswordChange(credentials, tokens, signIns, changes, ids);
    this.secrets = secrets;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Issues a token for an identity; one of the same purpose that was issued before is good for
   * nothing from now on.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link CredentialFailure.NoEmail}.
   *
   * @param lifetime for how long it is good
   */
  public CompletionStage<IssuedToken> issue(
      Submission submission,
      IdentityId identityId,
      VerificationPurpose purpose,
      Duration lifetime) {
    VerificationTokenId id = new VerificationTokenId(ids.next());
    TokenSecret secret = secrets.next(TokenKind.VERIFICATION);
    return Overtaken.decidedAgain(
        () ->
            changes.submit(
                submission,
                (VerificationToken token) ->
                    new IssuedToken(
                        token.summary(),
                        submission.validateOnly() ? Optional.empty() : Optional.of(secret)),
                image -> new IssuedToken(TokenSummary.fromImage(image), Optional.empty()),
                occasion ->
                    Found.or(
                            identities.byId(identityId),
                            () -> new IdentityFailure.NotFound(identityId))
                        .thenCombine(
                            tokens.ofIdentity(identityId),
                            (identity, before) ->
                                issued(
                                    VerificationToken.issue(
                                        id, identity, purpose, secret.hash(), lifetime, occasion),
                                    before,
                                    occasion))));
  }

  /**
   * Takes a token for the proof that it is: of {@link VerificationPurpose#EMAIL} that the
   * identity's address is its own, of {@link VerificationPurpose#PASSWORD_RESET} that it may have
   * another password, which closes its open sign-ins. Each token is good for one proof.
   *
   * <p>Fails with {@link CredentialFailure.TokenInvalid}, {@link
   * CredentialFailure.PasswordMisplaced}, {@link CredentialFailure.TooEasy} or {@link
   * CredentialFailure.HashingBusy}.
   *
   * @param password the new one, with a token for {@link VerificationPurpose#PASSWORD_RESET}; else
   *     null
   * @return the token, which names the identity
   */
  public CompletionStage<TokenSummary> confirm(
      Submission submission, TokenSecret secret, @Nullable Password password) {
    HashedOnce hashed = new HashedOnce(hashing);
    return Overtaken.decidedAgain(
            () ->
                changes.submit(
                    submission,
                    (VerificationToken token) -> Settled.now(token.summary()),
                    image -> Settled.before(TokenSummary.fromImage(image)),
                    occasion ->
                        proof(secret)
                            .thenCompose(proof -> decide(proof, password, hashed, occasion))))
        .thenCompose(settled -> settled.followedBy(() -> endLate(submission, settled.answer())));
  }

  private CompletionStage<Integer> endLate(Submission submission, TokenSummary proof) {
    return proof.purpose() == VerificationPurpose.PASSWORD_RESET
        ? passwordChange.endLate(submission, proof.identityId(), null)
        : CompletableFuture.completedStage(0);
  }

  private CompletionStage<Proof> proof(TokenSecret secret) {
    return Found.or(tokens.byHash(secret.hash()), CredentialFailure.TokenInvalid::new)
        .thenCompose(
            token ->
                Found.or(identities.byId(token.identityId()), CredentialFailure.TokenInvalid::new)
                    .thenApply(identity -> new Proof(token, identity)));
  }

  private static Decision<VerificationToken> issued(
      Change<VerificationToken> issue, List<VerificationToken> before, Occasion occasion) {
    return Decision.of(issue)
        .precededBy(
            before.stream()
                .filter(token -> token.purpose() == issue.after().purpose())
                .map(superseded -> superseded.delete(occasion))
                .toList());
  }

  private CompletionStage<Decision<VerificationToken>> decide(
      Proof proof, @Nullable Password password, HashedOnce hashed, Occasion occasion) {
    VerificationToken token = proof.token();
    Identity identity = proof.identity();
    if (!token.proves(identity, occasion.time())) {
      throw new CredentialFailure.TokenInvalid().asException();
    }
    if ((password != null) != (token.purpose() == VerificationPurpose.PASSWORD_RESET)) {
      throw new CredentialFailure.PasswordMisplaced(token.purpose()).asException();
    }
    Decision<VerificationToken> consumed = Decision.of(token.consume(occasion));
    if (password != null) {
      return reset(proof, password, hashed, occasion)
          .thenApply(reset -> consumed.followedBy(reset.changes()));
    }
    // An address that was changed meanwhile is not the one that was proven.
    return CompletableFuture.completedStage(
        token.purpose() == VerificationPurpose.EMAIL
            ? consumed
                .followedBy(identity.confirmEmail(occasion).changes())
                .relyingOn(identity.emailVerified() ? List.of(identity) : List.of())
            : consumed);
  }

  private CompletionStage<Decision<Credential>> reset(
      Proof proof, Password password, HashedOnce hashed, Occasion occasion) {
    return hashed
        .of(policy.allowed(password, proof.identity()))
        .thenCompose(
            kept ->
                passwordChange.decide(proof.identity().id(), kept, null, proof.token(), occasion));
  }

  /** Who holds a token of whom; whether it is good for anything is another question. */
  private record Proof(VerificationToken token, Identity identity) {}
}
