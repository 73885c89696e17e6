package io.denizen.domain.audit;

import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The audit trail, for reading. */
public interface AuditEvents {

  /** Those of the given events that exist, in no particular order. */
  CompletionStage<List<AuditEvent>> byIds(List<AuditEventId> ids);

  CompletionStage<Page<AuditEvent>> list(AuditEventQuery query, PageRequest page);

  /**
   * A resource as it was at a version, unless there was no such version or its image was erased.
   */
  CompletionStage<Optional<Document>> imageAt(ResourceVersion version);

  /** The same of several, in their order. */
  CompletionStage<List<Optional<Document>>> imagesAt(List<ResourceVersion> versions);

  /**
   * Resources as they were at an instant, in their order: after the last of their changes that
   * occurred until then. Empty for one that was not there yet, or whose image was erased; one that
   * was deleted has an image that says so.
   */
  CompletionStage<List<Optional<Document>>> imagesAsOf(List<ResourceName> resources, Instant time);
}
