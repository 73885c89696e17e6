package io.denizen.domain.session;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a refresh token. The tokens of a session are a family, of which one is live: to
 * use it is to consume it, which deletes it and makes the next. Consumed ones are kept, so that
 * whoever comes with one again is noticed.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new tokens come from
 * {@link #issue}.
 *
 * @param generation 1 for the first of its family
 * @param salt makes the next token, together with this one
 * @param consumeTime when it was used; null if it was not
 */
public record RefreshToken(
    RefreshTokenId id,
    IdentityId identityId,
    SessionId sessionId,
    long generation,
    RefreshTokenHash hash,
    TokenSalt salt,
    @Nullable Instant consumeTime,
    Lifecycle lifecycle)
    implements IdentityPart {

  /** The first of a session. */
  public static Change<RefreshToken> issue(
      RefreshTokenId id,
      Session session,
      RefreshTokenHash hash,
      TokenSalt salt,
      Occasion occasion) {
    return Change.created(
        new RefreshToken(
            id,
            session.identityId(),
            session.id(),
            1,
            hash,
            salt,
            null,
            Lifecycle.begin(occasion)));
  }

  /** The one that follows. */
  Change<RefreshToken> next(
      RefreshTokenId nextId, RefreshTokenHash nextHash, TokenSalt nextSalt, Occasion occasion) {
    return Change.created(
        new RefreshToken(
            nextId,
            identityId,
            sessionId,
            generation + 1,
            nextHash,
            nextSalt,
            null,
            Lifecycle.begin(occasion)));
  }

  Change<RefreshToken> consume(Occasion occasion) {
    return new Change<>(
        new Action("refresh_token.consumed"),
        this,
        with(occasion.time(), lifecycle.deleted(occasion)));
  }

  @Override
  public Change<RefreshToken> delete(Occasion occasion) {
    return Change.deleted(this, with(consumeTime, lifecycle.deleted(occasion)));
  }

  /** What was given to a client once is not made valid again. */
  @Override
  public Change<RefreshToken> undelete(Occasion occasion) {
    throw new IllegalStateException("refresh tokens do not come back");
  }

  @Override
  public String noun() {
    return "refresh_token";
  }

  @Override
  public ResourceName name() {
    return new ResourceName(Session.name(identityId, sessionId) + "/refreshTokens/" + id.value());
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  /** Without digest and salt, so it is nothing to rebuild the token from. */
  @Override
  public Document image() {
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .put("generation", generation)
            .putText("consume_time", consumeTime);
    lifecycle.describe(image);
    return image.build();
  }

  private RefreshToken with(@Nullable Instant consumed, Lifecycle next) {
    return new RefreshToken(id, identityId, sessionId, generation, hash, salt, consumed, next);
  }
}
