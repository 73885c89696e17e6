package io.denizen.domain.credential;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.TokenHash;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a token was sent to somebody to prove something by, once. An identity has one live token of
 * a purpose at most; issuing another deletes it, and what is deleted proves nothing.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new tokens come from
 * {@link #issue}.
 *
 * @param email the identity's address when it was issued, which the token proves or was sent to;
 *     null if the purpose is {@link VerificationPurpose#TWO_FACTOR}, or if there was none
 * @param consumedAt when it was used; null while it can be
 */
public record VerificationToken(
    VerificationTokenId id,
    IdentityId identityId,
    VerificationPurpose purpose,
    TokenHash hash,
    @Nullable EmailAddress email,
    Instant expiresAt,
    @Nullable Instant consumedAt,
    Lifecycle lifecycle)
    implements IdentityPart {

  /**
   * A token for an identity.
   *
   * <p>Refused with {@link CredentialFailure.NoEmail} if there is no address to verify.
   */
  public static Change<VerificationToken> issue(
      VerificationTokenId id,
      Identity identity,
      VerificationPurpose purpose,
      TokenHash hash,
      Duration lifetime,
      Occasion occasion) {
    return Change.created(
        new VerificationToken(
            id,
            identity.id(),
            purpose,
            hash,
            address(purpose, identity),
            occasion.time().plus(lifetime),
            null,
            Lifecycle.begin(occasion)));
  }

  /**
   * Whether it still proves something about the identity as it is now. What was sent to an address
   * proves nothing once that is not the identity's: somebody else may read mail there.
   */
  public boolean proves(Identity identity, Instant now) {
    EmailAddress current = identity.details().email();
    return lifecycle.isLive()
        && consumedAt == null
        && now.isBefore(expiresAt)
        && identity.id().equals(identityId)
        && (email == null || (current != null && current.key().equals(email.key())));
  }

  public Change<VerificationToken> consume(Occasion occasion) {
    return Change.updated(this, with(occasion.time(), lifecycle.changed(occasion)));
  }

  @Override
  public Change<VerificationToken> delete(Occasion occasion) {
    return Change.deleted(this, with(consumedAt, lifecycle.deleted(occasion)));
  }

  /** What was sent to somebody once is not made good again. */
  @Override
  public Change<VerificationToken> undelete(Occasion occasion) {
    throw new IllegalStateException("verification tokens do not come back");
  }

  @Override
  public String noun() {
    return "verification_token";
  }

  @Override
  public ResourceName name() {
    return name(identityId, id);
  }

  public static ResourceName name(IdentityId identityId, VerificationTokenId id) {
    return new ResourceName(Identity.name(identityId) + "/verificationTokens/" + id.value());
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  /** All but the hash. */
  public TokenSummary summary() {
    return new TokenSummary(identityId, id, purpose, email, expiresAt, consumedAt, lifecycle);
  }

  @Override
  public Document image() {
    return summary().image();
  }

  private VerificationToken with(@Nullable Instant consumed, Lifecycle next) {
    return new VerificationToken(id, identityId, purpose, hash, email, expiresAt, consumed, next);
  }

  private static @Nullable EmailAddress address(VerificationPurpose purpose, Identity identity) {
    return switch (purpose) {
      case EMAIL -> requireEmail(identity);
      case PASSWORD_RESET -> identity.details().email();
      case TWO_FACTOR -> null;
    };
  }

  private static EmailAddress requireEmail(Identity identity) {
    EmailAddress email = identity.details().email();
    if (email == null) {
      throw new CredentialFailure.NoEmail(identity.id()).asException();
    }
    return email;
  }
}
