package io.denizen.persistence.audit;

import io.denizen.domain.audit.Actor;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface RequestSql {

  void add(RequestRow committed);

  @Nullable RequestRow find(@Param("actor") Actor actor, @Param("requestId") UUID requestId);
}
