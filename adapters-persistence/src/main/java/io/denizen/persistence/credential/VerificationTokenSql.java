package io.denizen.persistence.credential;

import io.denizen.domain.credential.VerificationToken;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.TokenHash;
import io.denizen.persistence.shared.TableSql;
import java.util.List;

interface VerificationTokenSql extends TableSql<VerificationToken> {

  List<VerificationTokenRow> byHash(TokenHash hash);

  List<VerificationTokenRow> ofIdentity(IdentityId identityId);
}
