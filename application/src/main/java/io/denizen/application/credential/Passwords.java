package io.denizen.application.credential;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.CredentialSummary;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.PasswordHashing;
import io.denizen.domain.credential.PasswordPolicy;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.InvalidValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets, imports and deletes passwords, and tells who has one.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class Passwords {

  private final Identities identities;
  private final Credentials credentials;
  private final PasswordHashing hashing;
  private final PasswordPolicy policy;
  private final PasswordChange passwordChange;
  private final Changes changes;

  public Passwords(
      Identities identities,
      Credentials credentials,
      VerificationTokens tokens,
      SignIns<?> signIns,
      PasswordHashing hashing,
      PasswordPolicy policy,
      Changes changes,
      Ids ids) {
    this.identities = identities;
    this.credentials = credentials;
    this.hashing = hashing;
    this.policy = policy;
    this.passwordChange = new PasswordChange(credentials, tokens, signIns, changes, ids);
    this.changes = changes;
  }

  /**
   * Tells what may be told of an identity's password.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link CredentialFailure.NotFound}.
   */
  public CompletionStage<CredentialSummary> get(Caller caller, IdentityId identityId) {
    return kept(identityId).thenApply(Credential::summary);
  }

  /**
   * Gives an identity a password, its first or another; closes its open sign-ins and withdraws a
   * token to reset the password in the same change.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}, {@link CredentialFailure.TooEasy}, {@link
   * CredentialFailure.SignInNotOpen} or {@link CredentialFailure.HashingBusy}.
   *
   * @param keptSignIn the sign-in that stays open, such as that of whoever changes the password;
   *     null to close all
   */
  public CompletionStage<CredentialSummary> set(
      Submission submission,
      IdentityId identityId,
      Password password,
      @Nullable ResourceName keptSignIn) {
    HashedOnce hashed = new HashedOnce(hashing);
    return keep(
        submission,
        identityId,
        identity -> hashed.of(policy.allowed(password, identity)),
        keptSignIn);
  }

  /**
   * Gives an identity the password that a hash from elsewhere is of; closes its open sign-ins and
   * withdraws a token to reset the password in the same change.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link InvalidValue} if the hash is not
   *     {@link #checkable}
   */
  public CompletionStage<CredentialSummary> importHash(
      Submission submission, IdentityId identityId, PasswordHash hash) {
    KeptPassword foreign = new KeptPassword(checkable(hash), true);
    return keep(
        submission, identityId, identity -> CompletableFuture.completedStage(foreign), null);
  }

  /**
   * Gives a hash back that passwords can be compared with here.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link InvalidValue} if that takes more
   *     memory than there is to spare
   */
  public PasswordHash checkable(PasswordHash hash) {
    InvalidValue.unless(
        hash.memoryKib() <= hashing.maxMemoryKib(),
        "must be a hash that is checked with the %,d KiB of memory that this server has for it"
            .formatted(hashing.maxMemoryKib()));
    return hash;
  }

  /**
   * Takes an identity's password away, and withdraws a token to reset it. Its sign-ins stay open.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link CredentialFailure.NotFound}.
   */
  public CompletionStage<CredentialSummary> delete(Submission submission, IdentityId identityId) {
    return Overtaken.decidedAgain(
        () ->
            changes.submit(
                submission,
                Credential::summary,
                CredentialSummary::fromImage,
                occasion ->
                    kept(identityId)
                        .thenCompose(credential -> passwordChange.deletion(credential, occasion))));
  }

  private CompletionStage<Credential> kept(IdentityId identityId) {
    return live(identityId)
        .thenCompose(
            identity ->
                Found.or(
                    credentials.byIdentity(identityId),
                    () -> new CredentialFailure.NotFound(identityId)));
  }

  private CompletionStage<CredentialSummary> keep(
      Submission submission,
      IdentityId identityId,
      Function<Identity, CompletionStage<KeptPassword>> password,
      @Nullable ResourceName keptSignIn) {
    return Overtaken.decidedAgain(
            () ->
                changes.submit(
                    submission,
                    (Credential credential) -> Settled.now(credential.summary()),
                    image -> Settled.before(CredentialSummary.fromImage(image)),
                    occasion ->
                        live(identityId)
                            .thenCompose(password)
                            .thenCompose(
                                kept ->
                                    passwordChange.decide(
                                        identityId, kept, keptSignIn, null, occasion))))
        .thenCompose(
            settled ->
                settled.followedBy(
                    () -> passwordChange.endLate(submission, identityId, keptSignIn)));
  }

  private CompletionStage<Identity> live(IdentityId id) {
    return Found.or(identities.byId(id), () -> new IdentityFailure.NotFound(id));
  }
}
