package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionQuery;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface SessionSql extends TableSql<Session> {

  List<SessionRow> byIds(UUID[] ids);

  List<SessionRow> byIdsIncludingDeleted(UUID[] ids);

  /** Of live sessions and active identities; the tokens themselves may be deleted. */
  List<PresentedRow> byTokensIncludingDeleted(@Param("hashes") byte[][] hashes);

  int countOpen(
      @Param("identityId") IdentityId identityId,
      @Param("now") Instant now,
      @Param("limit") int limit);

  int countLive(@Param("identityId") IdentityId identityId, @Param("limit") int limit);

  List<SessionRow> openOf(IdentityId identityId);

  List<SessionRow> ofIdentity(IdentityId identityId);

  List<SessionRow> ofDevice(DeviceId deviceId);

  List<SessionRow> over(
      @Param("expired") Instant expired,
      @Param("revoked") Instant revoked,
      @Param("limit") int limit);

  List<SessionRow> list(@Param("query") SessionQuery query, @Param("page") PageRequest page);

  List<SessionRow> listIncludingDeleted(
      @Param("query") SessionQuery query, @Param("page") PageRequest page);
}
