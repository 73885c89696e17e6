package io.denizen.persistence.membership;

import io.denizen.domain.shared.ApplicationId;

/**
 * What a team, role or membership is found under: in another application it is not there.
 *
 * @param <I> its id, or its slug
 */
record InApplication<I>(ApplicationId applicationId, I id) {}
