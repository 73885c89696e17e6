package io.denizen.domain.credential;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a {@link Credential}, and what the audit trail keeps of it: all but the hash.
 * So a credential cannot be rebuilt from its image, but what was answered can.
 *
 * @param parameters see {@link PasswordHash#parameters}
 */
public record CredentialSummary(
    IdentityId identityId,
    PasswordAlgorithm algorithm,
    String parameters,
    boolean imported,
    int failedAttempts,
    @Nullable Instant lockedUntil,
    Instant changedAt,
    Lifecycle lifecycle) {

  public ResourceName name() {
    return Credential.name(identityId);
  }

  Document image() {
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("algorithm", algorithm)
            .put("parameters", parameters)
            .put("imported", imported)
            .put("failed_attempts", failedAttempts)
            .putText("lock_end_time", lockedUntil)
            .putText("change_time", changedAt);
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link Credential#image}. */
  public static CredentialSummary fromImage(Document image) {
    String lockedUntil = image.textOrNull("lock_end_time");
    // identities/{uuid}/credential: the name has no id of its own.
    String name = image.text("name");
    return new CredentialSummary(
        new IdentityId(new ResourceName(name.substring(0, name.lastIndexOf('/'))).id()),
        PasswordAlgorithm.valueOf(image.text("algorithm")),
        image.text("parameters"),
        Boolean.TRUE.equals(image.get("imported")),
        (int) image.number("failed_attempts"),
        lockedUntil == null ? null : Instant.parse(lockedUntil),
        Instant.parse(image.text("change_time")),
        Lifecycle.fromImage(image));
  }
}
