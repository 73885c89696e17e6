package io.denizen.domain.identity;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.shared.Occasion;

/** A way in that is open to an identity: a session. */
public interface SignIn extends Audited {

  Change<? extends SignIn> revoke(SignInEnd why, Occasion occasion);
}
