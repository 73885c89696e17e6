package io.denizen.application.session;

import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A session and what keeps it open.
 *
 * @param secret is given out once: null where a request is answered again by its request id, and
 *     where it was only to be validated
 */
public record SessionGrant(Session session, @Nullable RefreshSecret secret) {}
