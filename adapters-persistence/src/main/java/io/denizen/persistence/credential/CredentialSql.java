package io.denizen.persistence.credential;

import io.denizen.domain.credential.Credential;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;

interface CredentialSql extends TableSql<Credential> {

  List<CredentialRow> byIdentities(UUID[] identityIds);

  List<CredentialRow> byIdentitiesIncludingDeleted(UUID[] identityIds);

  List<CredentialRow> restorableIncludingDeleted(ChangeSetId deletion);
}
