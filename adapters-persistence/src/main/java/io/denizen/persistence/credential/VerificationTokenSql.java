package io.denizen.persistence.credential;

import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.TokenHash;
import io.denizen.persistence.shared.TableSql;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

interface VerificationTokenSql extends TableSql<VerificationToken> {

  List<VerificationTokenRow> byHash(TokenHash hash);

  List<VerificationTokenRow> ofIdentity(IdentityId identityId);

  List<VerificationTokenRow> over(@Param("expired") Instant expired, @Param("limit") int limit);
}
