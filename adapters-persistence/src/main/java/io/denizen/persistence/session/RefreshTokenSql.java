package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.RefreshToken;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface RefreshTokenSql extends TableSql<RefreshToken> {

  List<RefreshTokenRow> ofIdentity(IdentityId identityId);

  List<RefreshTokenRow> ofSessions(@Param("sessionIds") UUID[] sessionIds);
}
