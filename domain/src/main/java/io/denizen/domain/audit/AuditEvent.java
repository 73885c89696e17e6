package io.denizen.domain.audit;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Document;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done. Derived from a {@link Change} of ours, or recorded on behalf of another
 * service.
 *
 * @param sequence the order of recording, increasing; null until it is stored
 * @param resourceId null for another service's event
 * @param resourceVersion the version that the change made; null for another service's event
 * @param requestId the caller's idempotency key (AIP-155), if it sent one
 * @param occurTime when it was done
 * @param createTime when it was recorded here
 * @param before null where nothing was before, or where the image was erased
 * @param after null for an event without images, or where the image was erased
 */
public record AuditEvent(
    AuditEventId id,
    @Nullable Long sequence,
    ChangeSetId changeSetId,
    Actor actor,
    Action action,
    ResourceName resource,
    @Nullable UUID resourceId,
    @Nullable Long resourceVersion,
    @Nullable ApplicationId applicationId,
    @Nullable IpAddress ipAddress,
    @Nullable UserAgent userAgent,
    @Nullable UUID requestId,
    Instant occurTime,
    Instant createTime,
    @Nullable Document before,
    @Nullable Document after) {

  static AuditEvent of(AuditEventId id, Change<?> change, ChangeSet set) {
    Audited before = change.before();
    Audited after = change.after();
    return new AuditEvent(
        id,
        null,
        set.id(),
        set.caller().actor(),
        change.action(),
        after.name(),
        after.id().value(),
        after.lifecycle().version(),
        after.applicationId(),
        set.caller().ipAddress(),
        set.caller().userAgent(),
        set.requestId(),
        set.time(),
        set.time(),
        before == null ? null : before.image(),
        after.image());
  }

  public boolean hasImages() {
    return before != null || after != null;
  }

  public ResourceName name() {
    return new ResourceName("auditEvents/" + id.value());
  }
}
