package io.denizen.grpc.membership;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Times;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.ListMembershipsResponse;
import io.denizen.membership.v1.Membership;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps memberships between the API and the domain, both ways. */
final class MembershipMessages {

  /** The parent that stands for all applications (AIP-159). */
  private static final String EVERYWHERE = "applications/-";

  /** The one order there is. */
  private static final Map<String, Boolean> ORDERS = Map.of("create_time", true);

  private static final OrderBy<Boolean> OLDEST_FIRST = new OrderBy<>(true, false);

  private MembershipMessages() {}

  static Membership message(io.denizen.domain.membership.Membership membership) {
    Membership.Builder message =
        Membership.newBuilder()
            .setName(membership.name().value())
            .setIdentity(identity(membership))
            .setTeam(team(membership))
            .addAllRoles(membership.roles().slugs().stream().map(Slug::value).toList())
            .setCreateTime(Times.timestamp(membership.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(membership.lifecycle().updateTime()))
            .setEtag(Etags.of(membership));
    if (membership.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(membership.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListMembershipsResponse list(
      ListMembershipsRequest request, Page<io.denizen.domain.membership.Membership> page) {
    Listed<Membership> listed =
        Listed.of(request, page, MembershipQuery::cursor, MembershipMessages::message);
    return ListMembershipsResponse.newBuilder()
        .addAllMemberships(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static InApplication<MembershipId> id(String name) {
    return ResourceIds.inApplication("memberships", name, MembershipId::new);
  }

  static IdentityId identity(Fields fields, Membership membership) {
    return fields.required(
        "membership.identity", membership.getIdentity(), MembershipMessages::identityId);
  }

  /**
   * The team that a new membership is to be in; null for the application itself.
   *
   * @param application null if the request does not say which, which is its own fault
   */
  static @Nullable TeamId team(
      Fields fields, Membership membership, @Nullable ApplicationId application) {
    return fields.optional(
        "membership.team", membership.getTeam(), name -> TeamMessages.idIn(application, name));
  }

  static RoleSlugs roles(Fields fields, Membership membership) {
    return fields.each(
        "membership.roles",
        membership.getRolesList(),
        RoleSlugs.MAX_SIZE,
        Slug::new,
        RoleSlugs::new);
  }

  /** What an update makes of the roles of the membership that it meets. */
  static Function<io.denizen.domain.membership.Membership, MembershipDetails> edit(
      Fields fields, UpdateMask mask, Membership membership) {
    @Nullable RoleSlugs roles = mask.has("roles") ? roles(fields, membership) : null;
    return current -> {
      mask.requireUnchanged("identity", membership.getIdentity(), identity(current));
      mask.requireUnchanged("team", membership.getTeam(), team(current));
      return roles == null
          ? current.details()
          : new MembershipDetails(roles, current.details().validity());
    };
  }

  static MembershipQuery query(Fields fields, ListMembershipsRequest request) {
    boolean everywhere = request.getParent().equals(EVERYWHERE);
    @Nullable ApplicationId parent =
        everywhere
            ? null
            : fields.required("parent", request.getParent(), ResourceIds::application);
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable IdentityId identity = filter.equal("identity", MembershipMessages::identityId);
    @Nullable InApplication<TeamId> team =
        filter.equal("team", name -> ResourceIds.within(parent, TeamMessages.id(name)));
    @Nullable Slug role = filter.take("roles", ":", Slug::new);
    filter.end("identity and team, each with =, and roles with :");
    OrderBy<Boolean> order = OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    if (everywhere && identity == null && team == null) {
      fields.reject(
          "filter", "is required to name an identity or a team where parent is " + EVERYWHERE);
    }
    return fields.read(
        () ->
            new MembershipQuery(
                team == null ? parent : team.applicationId(),
                identity,
                team == null ? null : team.id(),
                role,
                order.descending(),
                request.getShowDeleted()));
  }

  private static IdentityId identityId(String name) {
    return new IdentityId(ResourceIds.in("identities", name));
  }

  private static String identity(io.denizen.domain.membership.Membership membership) {
    return io.denizen.domain.identity.Identity.name(membership.identityId()).value();
  }

  private static String team(io.denizen.domain.membership.Membership membership) {
    TeamId team = membership.teamId();
    return team == null ? "" : TeamMessages.name(membership.applicationId(), team);
  }
}
