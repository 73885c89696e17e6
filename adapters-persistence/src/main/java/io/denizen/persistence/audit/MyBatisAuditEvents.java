package io.denizen.persistence.audit;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.TypedId;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

final class MyBatisAuditEvents implements AuditEvents {

  private final Database database;

  MyBatisAuditEvents(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<List<AuditEvent>> byIds(List<AuditEventId> ids) {
    UUID[] uuids = ids.stream().map(TypedId::value).toArray(UUID[]::new);
    return database.read(session -> session.getMapper(AuditSql.class).byIds(uuids));
  }

  @Override
  public CompletionStage<Page<AuditEvent>> list(AuditEventQuery query, PageRequest page) {
    return database.read(
        session ->
            Page.of(
                session.getMapper(AuditSql.class).list(query, page.size() + 1, after(page)),
                page,
                AuditEventQuery::cursor));
  }

  @Override
  public CompletionStage<Optional<Document>> imageAt(ResourceVersion version) {
    return database.read(
        session -> Optional.ofNullable(session.getMapper(AuditSql.class).imageAt(version)));
  }

  @Override
  public CompletionStage<List<Optional<Document>>> imagesAt(List<ResourceVersion> versions) {
    return database.read(
        session ->
            session
                .getMapper(AuditSql.class)
                .imagesAt(
                    Keys.texts(versions, version -> version.resource().value()),
                    versions.stream().map(ResourceVersion::version).toArray(Long[]::new))
                .stream()
                .map(Optional::ofNullable)
                .toList());
  }

  @Override
  public CompletionStage<List<Optional<Document>>> imagesAsOf(
      List<ResourceName> resources, Instant time) {
    return database.read(
        session ->
            session
                .getMapper(AuditSql.class)
                .imagesAsOf(Keys.texts(resources, ResourceName::value), time)
                .stream()
                .map(Optional::ofNullable)
                .toList());
  }

  private static @Nullable Long after(PageRequest page) {
    Cursor after = page.after();
    return after == null ? null : AuditEventQuery.sequence(after);
  }
}
