package io.denizen.testkit.audit;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The events of a {@link Trail}. */
public final class InMemoryAuditEvents implements AuditEvents {

  private final Store store;
  private final Trail trail;

  public InMemoryAuditEvents(Store store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  @Override
  public CompletionStage<List<AuditEvent>> byIds(List<AuditEventId> ids) {
    Set<AuditEventId> wanted = new HashSet<>(ids);
    return store.alone(
        () -> trail.events().stream().filter(event -> wanted.contains(event.id())).toList());
  }

  @Override
  public CompletionStage<Page<AuditEvent>> list(AuditEventQuery query, PageRequest page) {
    return store.alone(
        () ->
            Listing.page(
                matching(query),
                AuditEventQuery::cursor,
                Listing.BY_NUMBER,
                query.newestFirst(),
                page));
  }

  @Override
  public CompletionStage<Optional<Document>> imageAt(ResourceVersion version) {
    return store.alone(() -> image(version));
  }

  @Override
  public CompletionStage<List<Optional<Document>>> imagesAt(List<ResourceVersion> versions) {
    return store.alone(() -> versions.stream().map(this::image).toList());
  }

  @Override
  public CompletionStage<List<Optional<Document>>> imagesAsOf(
      List<ResourceName> resources, Instant time) {
    return store.alone(() -> resources.stream().map(resource -> image(resource, time)).toList());
  }

  private Optional<Document> image(ResourceName resource, Instant time) {
    return trail.events().stream()
        .filter(event -> event.resource().equals(resource) && event.resourceVersion() != null)
        .filter(event -> !event.occurTime().isAfter(time))
        .reduce((earlier, later) -> later)
        .map(AuditEvent::after);
  }

  private Optional<Document> image(ResourceVersion version) {
    return trail.events().stream()
        .filter(event -> event.resource().equals(version.resource()))
        .filter(event -> Long.valueOf(version.version()).equals(event.resourceVersion()))
        .findFirst()
        .map(AuditEvent::after);
  }

  private Stream<AuditEvent> matching(AuditEventQuery query) {
    return trail.events().stream()
        .filter(event -> query.resource() == null || query.resource().equals(event.resource()))
        .filter(event -> query.actor() == null || query.actor().equals(event.actor()))
        .filter(event -> query.action() == null || query.action().equals(event.action()))
        .filter(
            event ->
                query.applicationId() == null
                    || query.applicationId().equals(event.applicationId()))
        .filter(
            event ->
                query.occurredFrom() == null || !event.occurTime().isBefore(query.occurredFrom()))
        .filter(
            event ->
                query.occurredBefore() == null
                    || event.occurTime().isBefore(query.occurredBefore()));
  }
}
