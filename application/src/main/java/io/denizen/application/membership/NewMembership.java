package io.denizen.application.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A membership that somebody asks for.
 *
 * @param teamId null for the application itself
 * @param details by the time of its creation, since its end may be so long after that; may refuse
 *     by throwing a {@link io.denizen.domain.shared.FailureException}
 */
public record NewMembership(
    IdentityId identityId,
    @Nullable TeamId teamId,
    Function<Instant, MembershipDetails> details,
    MembershipState state) {

  MembershipKey in(ApplicationId applicationId) {
    return new MembershipKey(applicationId, identityId, teamId);
  }
}
