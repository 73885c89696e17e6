package io.denizen.persistence.identity;

import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginQuery;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface ExternalLoginSql extends TableSql<ExternalLogin> {

  List<ExternalLoginRow> byIds(UUID[] ids);

  List<ExternalLoginRow> byIdsIncludingDeleted(UUID[] ids);

  /** Of each provider the account with the subject in the same place. */
  List<ExternalLoginRow> byAccounts(
      @Param("providers") String[] providers, @Param("subjects") String[] subjects);

  List<ExternalLoginRow> ofIdentities(UUID[] identityIds);

  List<ExternalLoginRow> restorableIncludingDeleted(ChangeSetId deletion);

  List<ExternalLoginRow> list(
      @Param("query") ExternalLoginQuery query, @Param("page") PageRequest page);

  List<ExternalLoginRow> listIncludingDeleted(
      @Param("query") ExternalLoginQuery query, @Param("page") PageRequest page);
}
