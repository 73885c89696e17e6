package io.denizen.domain.credential;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An identity's password, and how often somebody failed to give it. An identity has one in its life
 * at most: a password that is set after another was deleted brings it back, so that its name and
 * version say which one is meant.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new credentials come
 * from {@link #create}.
 *
 * @param failedAttempts since the password was last given or set
 * @param lockedUntil when it can be tried again; null if it never was locked since
 * @param changedAt when the password, not only its hash, was last set
 */
public record Credential(
    CredentialId id,
    IdentityId identityId,
    KeptPassword password,
    int failedAttempts,
    @Nullable Instant lockedUntil,
    Instant changedAt,
    Lifecycle lifecycle)
    implements IdentityPart {

  public static Change<Credential> create(
      CredentialId id, IdentityId identityId, KeptPassword password, Occasion occasion) {
    return Change.created(
        new Credential(
            id, identityId, password, 0, null, occasion.time(), Lifecycle.begin(occasion)));
  }

  /** Another password, from which on nothing has failed; or a password again, if it was deleted. */
  public Change<Credential> set(KeptPassword next, Occasion occasion) {
    return lifecycle.isLive()
        ? Change.updated(this, with(next, 0, null, occasion.time(), lifecycle.changed(occasion)))
        : Change.done(
            "created", this, with(next, 0, null, occasion.time(), lifecycle.undeleted(occasion)));
  }

  /**
   * The password was given. Decides nothing if there is nothing to forget.
   *
   * @param rehashed a hash of the same password to keep instead; null to keep the one there is
   */
  public Decision<Credential> accept(@Nullable PasswordHash rehashed, Occasion occasion) {
    if (rehashed == null && failedAttempts == 0 && lockedUntil == null) {
      return Decision.nothing(this);
    }
    KeptPassword next = rehashed == null ? password : KeptPassword.of(rehashed);
    return Decision.of(
        Change.updated(this, with(next, 0, null, changedAt, lifecycle.changed(occasion))));
  }

  /** Another password was given. */
  public Change<Credential> fail(LockPolicy policy, Occasion occasion) {
    int failed = failedAttempts == Integer.MAX_VALUE ? failedAttempts : failedAttempts + 1;
    return Change.done(
        "verification_failed",
        this,
        with(
            password,
            failed,
            policy.lockedUntil(failed, occasion.time()),
            changedAt,
            lifecycle.changed(occasion)));
  }

  /**
   * Gives itself back if it can be tried at a time.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link CredentialFailure.Locked}
   */
  public Credential requireUnlocked(Instant now) {
    if (lockedUntil != null && now.isBefore(lockedUntil)) {
      throw new CredentialFailure.Locked(lockedUntil).asException();
    }
    return this;
  }

  @Override
  public Change<Credential> delete(Occasion occasion) {
    return Change.deleted(this, with(lifecycle.deleted(occasion)));
  }

  @Override
  public Change<Credential> undelete(Occasion occasion) {
    return Change.undeleted(this, with(lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "credential";
  }

  @Override
  public ResourceName name() {
    return name(identityId);
  }

  public static ResourceName name(IdentityId identityId) {
    return new ResourceName(Identity.name(identityId) + "/credential");
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  /** All but the hash. */
  public CredentialSummary summary() {
    return new CredentialSummary(
        identityId,
        password.hash().algorithm(),
        password.hash().parameters(),
        password.imported(),
        failedAttempts,
        lockedUntil,
        changedAt,
        lifecycle);
  }

  @Override
  public Document image() {
    return summary().image();
  }

  private Credential with(Lifecycle next) {
    return with(password, failedAttempts, lockedUntil, changedAt, next);
  }

  private Credential with(
      KeptPassword nextPassword,
      int failed,
      @Nullable Instant until,
      Instant changed,
      Lifecycle next) {
    return new Credential(id, identityId, nextPassword, failed, until, changed, next);
  }
}
