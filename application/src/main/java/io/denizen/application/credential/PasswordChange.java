package io.denizen.application.credential;

import io.denizen.application.identity.LateSignIns;
import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.CredentialId;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.VerificationPurpose;
import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignIn;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What another password changes: itself, that whoever signed in with the old one is out, and that a
 * token to reset it is good for nothing: whoever changes their password may do so because somebody
 * else got at their mail.
 */
final class PasswordChange {

  private final Credentials credentials;
  private final VerificationTokens tokens;
  private final SignIns<?> signIns;
  private final LateSignIns lateSignIns;
  private final Ids ids;

  PasswordChange(
      Credentials credentials,
      VerificationTokens tokens,
      SignIns<?> signIns,
      Changes changes,
      Ids ids) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.signIns = signIns;
    this.lateSignIns = new LateSignIns(signIns, changes);
    this.ids = ids;
  }

  /**
   * Makes a password an identity's. Fails with {@link CredentialFailure.SignInNotOpen}.
   *
   * @param keptSignIn the one that stays open; null if none does
   * @param proof the token that allows it, and is consumed in the same change; null if none does
   */
  CompletionStage<Decision<Credential>> decide(
      IdentityId identityId,
      KeptPassword password,
      @Nullable ResourceName keptSignIn,
      @Nullable VerificationToken proof,
      Occasion occasion) {
    return credentials
        .byIdentityIncludingDeleted(identityId)
        .thenCombine(
            tokens.ofIdentity(identityId),
            (before, issued) ->
                Decision.of(set(before, identityId, password, occasion))
                    .followedBy(withdrawn(issued, proof, occasion)))
        .thenCombine(
            signIns.openOf(identityId),
            (decision, open) ->
                decision
                    .followedBy(revoked(open, keptSignIn, occasion))
                    .relyingOn(kept(keptSignIn, open, occasion)));
  }

  /** Ends what was opened while that was decided and committed; unless it was only rehearsed. */
  CompletionStage<Integer> endLate(
      Submission submission, IdentityId identityId, @Nullable ResourceName keptSignIn) {
    return submission.validateOnly()
        ? CompletableFuture.completedStage(0)
        : lateSignIns.end(submission.caller(), identityId, keptSignIn, SignInEnd.PASSWORD_CHANGED);
  }

  private Change<Credential> set(
      Optional<Credential> before,
      IdentityId identityId,
      KeptPassword password,
      Occasion occasion) {
    return before
        .map(credential -> credential.set(password, occasion))
        .orElseGet(
            () -> Credential.create(new CredentialId(ids.next()), identityId, password, occasion));
  }

  /** Takes the password away; a token to reset it must not bring another. */
  CompletionStage<Decision<Credential>> deletion(Credential credential, Occasion occasion) {
    return tokens
        .ofIdentity(credential.identityId())
        .thenApply(
            issued ->
                Decision.of(credential.delete(occasion))
                    .followedBy(withdrawn(issued, null, occasion)));
  }

  private static List<? extends Change<?>> withdrawn(
      List<VerificationToken> issued, @Nullable VerificationToken proof, Occasion occasion) {
    return issued.stream()
        .filter(token -> token.purpose() == VerificationPurpose.PASSWORD_RESET)
        .filter(token -> proof == null || !token.id().equals(proof.id()))
        .map(token -> token.delete(occasion))
        .toList();
  }

  /** The one that is to stay, which must be open until the others end. */
  private static List<? extends SignIn> kept(
      @Nullable ResourceName kept, List<? extends SignIn> open, Occasion occasion) {
    if (kept == null) {
      return List.of();
    }
    return List.of(
        open.stream()
            .filter(signIn -> signIn.name().equals(kept) && signIn.isOpenAt(occasion.time()))
            .findFirst()
            .orElseThrow(() -> new CredentialFailure.SignInNotOpen(kept).asException()));
  }

  private static List<? extends Change<?>> revoked(
      List<? extends SignIn> open, @Nullable ResourceName kept, Occasion occasion) {
    return open.stream()
        .filter(signIn -> !signIn.name().equals(kept))
        .map(signIn -> signIn.revoke(SignInEnd.PASSWORD_CHANGED, occasion))
        .toList();
  }
}
