package io.denizen.persistence.identity;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface IdentitySql extends TableSql<Identity> {

  List<IdentityRow> byIds(UUID[] ids);

  List<IdentityRow> byIdsIncludingDeleted(UUID[] ids);

  List<IdentityRow> byEmails(@Param("keys") String[] keys);

  List<IdentityRow> bySlugs(@Param("slugs") String[] slugs);

  List<IdentityRow> list(@Param("query") IdentityQuery query, @Param("page") PageRequest page);

  List<IdentityRow> listIncludingDeleted(
      @Param("query") IdentityQuery query, @Param("page") PageRequest page);
}
