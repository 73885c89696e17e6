package io.denizen.persistence.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface IdentitySql extends TableSql<Identity> {

  @Nullable IdentityRow byId(IdentityId id);

  @Nullable IdentityRow byIdIncludingDeleted(IdentityId id);

  List<IdentityRow> byIds(UUID[] ids);

  List<IdentityRow> byIdsIncludingDeleted(UUID[] ids);

  @Nullable IdentityRow byEmail(@Param("email") EmailAddress email);

  @Nullable IdentityRow bySlug(Slug slug);

  List<IdentityRow> list(@Param("query") IdentityQuery query, @Param("page") PageRequest page);

  List<IdentityRow> listIncludingDeleted(
      @Param("query") IdentityQuery query, @Param("page") PageRequest page);
}
