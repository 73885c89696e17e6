package io.denizen.application.credential;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.CredentialSummary;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.LockPolicy;
import io.denizen.domain.credential.Password;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.PasswordHashing;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells whether a password is somebody's. Nobody learns from the answer, or from how long it takes,
 * whether there is such an identity: a hash is computed for one who is not there, too.
 *
 * <p>What is decided on is read after the hash was computed, so that of many guesses at once no
 * more count as attempts than may. Besides the failures that each method lists, any may complete
 * with a {@link io.denizen.domain.shared.StoreFailure}, or with a {@link
 * io.denizen.domain.audit.JournalFailure} if the credential did not stand still.
 */
public final class PasswordVerification {

  private static final int MORE_ATTEMPTS = 8;

  private final Identities identities;
  private final Credentials credentials;
  private final PasswordHashing hashing;
  private final LockPolicy locks;
  private final Changes changes;
  private final Ids ids;
  private final Clock clock;

  public PasswordVerification(
      Identities identities,
      Credentials credentials,
      PasswordHashing hashing,
      LockPolicy locks,
      Changes changes,
      Ids ids,
      Clock clock) {
    this.identities = identities;
    this.credentials = credentials;
    this.hashing = hashing;
    this.locks = locks;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Verifies the password of an identity.
   *
   * <p>Fails with {@link CredentialFailure.PasswordWrong}, {@link CredentialFailure.Locked}, {@link
   * CredentialFailure.HashingBusy}, {@link CredentialFailure.HashTooLarge} or, if the password is
   * right, {@link IdentityFailure.Suspended}.
   */
  public CompletionStage<VerifiedPassword> verify(
      Caller caller, IdentityId identityId, Password password) {
    return verify(caller, () -> identities.byId(identityId), password);
  }

  /** Verifies the password of whoever has an address; fails as the other method does. */
  public CompletionStage<VerifiedPassword> verify(
      Caller caller, EmailAddress email, Password password) {
    return verify(caller, () -> identities.byEmail(email), password);
  }

  private CompletionStage<VerifiedPassword> verify(
      Caller caller, Supplier<CompletionStage<Optional<Identity>>> find, Password password) {
    return account(find)
        .thenCompose(
            account ->
                matches(account, password)
                    .thenCompose(
                        matched ->
                            // Whoever overtakes has counted one attempt more, until it is locked.
                            Overtaken.decidedAgain(
                                locks.attempts() + MORE_ATTEMPTS,
                                () ->
                                    account(find)
                                        .thenCompose(
                                            now ->
                                                now.hasPasswordOf(account)
                                                    ? answer(caller, now, password, matched)
                                                    : verify(caller, find, password)))));
  }

  /** A look-up for an identity that is not there, too. */
  private CompletionStage<Account> account(Supplier<CompletionStage<Optional<Identity>>> find) {
    return find.get()
        .thenCompose(
            identity ->
                credentials
                    .byIdentity(identity.map(Identity::id).orElseGet(this::nobody))
                    .thenApply(credential -> new Account(identity, credential)));
  }

  private IdentityId nobody() {
    return new IdentityId(ids.next());
  }

  private CompletionStage<Boolean> matches(Account account, Password password) {
    return account
        .credential()
        .map(credential -> credential.requireUnlocked(clock.instant()))
        .map(credential -> hashing.matches(password, credential.password()))
        .orElseGet(() -> hashing.matchesNothing(password));
  }

  private CompletionStage<VerifiedPassword> answer(
      Caller caller, Account account, Password password, boolean matched) {
    if (account.identity().isEmpty() || account.credential().isEmpty()) {
      return wrong();
    }
    Identity identity = account.identity().get();
    Credential credential = account.credential().get().requireUnlocked(clock.instant());
    if (!matched) {
      return submit(caller, occasion -> Decision.of(credential.fail(locks, occasion)))
          .thenCompose(counted -> wrong());
    }
    if (identity.state() == IdentityState.SUSPENDED) {
      throw new IdentityFailure.Suspended(identity.id()).asException();
    }
    return renewed(credential, password)
        .thenCompose(
            renewed ->
                submit(caller, occasion -> credential.accept(renewed.orElse(null), occasion))
                    .thenApply(
                        accepted -> new VerifiedPassword(identity.id(), renewed.isPresent())));
  }

  /** A hash to keep instead. Where that takes too long, the next time will do. */
  private CompletionStage<Optional<PasswordHash>> renewed(
      Credential credential, Password password) {
    return credential.password().imported() || !hashing.isCurrent(credential.password().hash())
        ? hashing.hash(password).handle((hash, busy) -> Optional.ofNullable(hash))
        : CompletableFuture.completedStage(Optional.empty());
  }

  private CompletionStage<CredentialSummary> submit(
      Caller caller, Function<Occasion, Decision<Credential>> decide) {
    return changes.submit(
        Submission.by(caller),
        Credential::summary,
        CredentialSummary::fromImage,
        occasion -> CompletableFuture.completedStage(decide.apply(occasion)));
  }

  private static CompletionStage<VerifiedPassword> wrong() {
    return CompletableFuture.failedStage(new CredentialFailure.PasswordWrong().asException());
  }
}
