package io.denizen.domain.credential;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a {@link VerificationToken}, and what the audit trail keeps of it: all but
 * the hash.
 */
public record TokenSummary(
    IdentityId identityId,
    VerificationTokenId id,
    VerificationPurpose purpose,
    @Nullable EmailAddress email,
    Instant expiresAt,
    @Nullable Instant consumedAt,
    Lifecycle lifecycle) {

  public ResourceName name() {
    return VerificationToken.name(identityId, id);
  }

  Document image() {
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("purpose", purpose)
            .putText("email", email)
            .putText("expire_time", expiresAt)
            .putText("consume_time", consumedAt);
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link VerificationToken#image}. */
  public static TokenSummary fromImage(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    UUID id = name.id();
    String email = image.textOrNull("email");
    String consumedAt = image.textOrNull("consume_time");
    return new TokenSummary(
        new IdentityId(name.parent().id()),
        new VerificationTokenId(id),
        VerificationPurpose.valueOf(image.text("purpose")),
        email == null ? null : new EmailAddress(email),
        Instant.parse(image.text("expire_time")),
        consumedAt == null ? null : Instant.parse(consumedAt),
        Lifecycle.fromImage(image));
  }
}
