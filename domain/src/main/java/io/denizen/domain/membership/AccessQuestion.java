package io.denizen.domain.membership;

import io.denizen.domain.identity.IdentityId;

/** Whether someone may do something somewhere. Nothing of it need be there. */
public record AccessQuestion(IdentityId identityId, AccessScope scope, Permission permission) {}
