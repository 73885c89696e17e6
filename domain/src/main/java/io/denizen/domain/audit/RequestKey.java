package io.denizen.domain.audit;

import java.util.UUID;

/**
 * Makes a change happen at most once however often it is sent (AIP-155).
 *
 * @param requestId the caller's, unique among its requests
 * @param fingerprint of the whole request, by which a repeat is told from another request under the
 *     same id
 */
public record RequestKey(UUID requestId, Fingerprint fingerprint) {}
