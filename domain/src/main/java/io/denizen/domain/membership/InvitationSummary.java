package io.denizen.domain.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of an {@link Invitation}, and what the audit trail keeps of it: all but the
 * hash.
 *
 * @param expireTime the first instant at which it cannot be accepted any more
 * @param acceptTime null unless it was accepted
 * @param membershipId what whoever accepted it has by it; null unless it was accepted
 */
public record InvitationSummary(
    InvitationId id,
    ApplicationId applicationId,
    InvitationDetails details,
    InvitationState state,
    Instant expireTime,
    @Nullable Instant acceptTime,
    @Nullable MembershipId membershipId,
    Lifecycle lifecycle) {

  public ResourceName name() {
    return Invitation.name(applicationId, id);
  }

  Document image() {
    TeamId team = details.teamId();
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("email", details.email())
            .putText("team", team == null ? null : Team.name(applicationId, team))
            .put("roles", details.roles().slugs().stream().map(Slug::value).toList())
            .putText("state", state)
            .putText("expire_time", expireTime)
            .putText("accept_time", acceptTime)
            .putText(
                "membership",
                membershipId == null ? null : Membership.name(applicationId, membershipId));
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link Invitation#image}. */
  public static InvitationSummary fromImage(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    return new InvitationSummary(
        new InvitationId(name.id()),
        new ApplicationId(name.parent().id()),
        new InvitationDetails(
            image.valueOrNull("team", team -> new TeamId(new ResourceName(team).id())),
            new EmailAddress(image.text("email")),
            RoleSlugs.of(image.texts("roles"))),
        InvitationState.valueOf(image.text("state")),
        Instant.parse(image.text("expire_time")),
        image.valueOrNull("accept_time", Instant::parse),
        image.valueOrNull(
            "membership", membership -> new MembershipId(new ResourceName(membership).id())),
        Lifecycle.fromImage(image));
  }
}
