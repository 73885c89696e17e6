package io.denizen.domain.identity;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;

/** A way in that is open to an identity: a session. */
public interface SignIn extends Audited {

  /** Whether it can be used: neither revoked nor over. */
  boolean isOpenAt(Instant now);

  Change<? extends SignIn> revoke(SignInEnd why, Occasion occasion);
}
