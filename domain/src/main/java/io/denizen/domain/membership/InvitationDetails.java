package io.denizen.domain.membership;

import io.denizen.domain.identity.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is invited to what.
 *
 * @param teamId null for the application itself
 * @param email where the invitation is sent; whoever accepts it may have another address, too
 * @param roles what they will be there
 */
public record InvitationDetails(@Nullable TeamId teamId, EmailAddress email, RoleSlugs roles) {}
