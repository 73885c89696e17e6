package io.denizen.application.credential;

import io.denizen.domain.identity.IdentityId;

/**
 * That a password is an identity's.
 *
 * @param rehashed whether its hash was of other parameters than new ones are, and is not any more
 */
public record VerifiedPassword(IdentityId identityId, boolean rehashed) {}
