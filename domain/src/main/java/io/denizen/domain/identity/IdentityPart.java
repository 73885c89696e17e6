package io.denizen.domain.identity;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.shared.Occasion;

/**
 * Something of an identity's that cannot be without it: goes with it, and may come back with it.
 */
public interface IdentityPart extends Audited {

  IdentityId identityId();

  Change<? extends IdentityPart> delete(Occasion occasion);

  Change<? extends IdentityPart> undelete(Occasion occasion);
}
