package io.denizen.persistence.audit;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.shared.Document;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface AuditSql {

  void add(AuditEvent event);

  void addImages(AuditEvent event);

  List<AuditEvent> byIds(UUID[] ids);

  List<AuditEvent> list(
      @Param("query") AuditEventQuery query,
      @Param("size") int size,
      @Param("after") @Nullable Long after);

  @Nullable Document imageAt(ResourceVersion version);

  /** In the order of the versions; null for what there is no image of. */
  List<@Nullable Document> imagesAt(
      @Param("resources") String[] resources, @Param("versions") Long[] versions);

  /** In the order of the resources; null for what there is no image of. */
  List<@Nullable Document> imagesAsOf(
      @Param("resources") String[] resources, @Param("time") Instant time);
}
