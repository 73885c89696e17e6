package io.denizen.grpc.membership;

import io.denizen.application.membership.NewMembership;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.InvalidValue;
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
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
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
            .setState(state(membership.state()))
            .setCreateTime(Times.timestamp(membership.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(membership.lifecycle().updateTime()))
            .setEtag(Etags.of(membership));
    ValidityPeriod validity = membership.details().validity();
    if (validity.startTime() != null) {
      message.setStartTime(Times.timestamp(validity.startTime()));
    }
    if (validity.expireTime() != null) {
      message.setExpireTime(Times.timestamp(validity.expireTime()));
    }
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

  /**
   * The membership to create.
   *
   * @param path where the request has it
   * @param application null if the request does not say which, which is its own fault
   * @return to be asked for inside {@link Fields#read}
   */
  static Supplier<NewMembership> wanted(
      Fields fields, String path, Membership membership, @Nullable ApplicationId application) {
    IdentityId identity =
        fields.required(
            path + ".identity", membership.getIdentity(), MembershipMessages::identityId);
    @Nullable TeamId team =
        fields.optional(
            path + ".team", membership.getTeam(), name -> TeamMessages.idIn(application, name));
    RoleSlugs roles = roles(fields, path, membership);
    MembershipState state =
        fields.parsed(path + ".state", membership.getState(), MembershipMessages::first);
    Function<Instant, ValidityPeriod> validity = Validities.read(fields, path, membership);
    return () ->
        new NewMembership(
            identity, team, now -> new MembershipDetails(roles, validity.apply(now)), state);
  }

  private static RoleSlugs roles(Fields fields, String path, Membership membership) {
    return fields.list(
        path + ".roles", membership.getRolesList(), RoleSlugs.MAX_SIZE, Slug::new, RoleSlugs::new);
  }

  /** What an update makes of the membership that it meets, at the time of the update. */
  static BiFunction<io.denizen.domain.membership.Membership, Instant, MembershipDetails> edit(
      Fields fields, UpdateMask mask, Membership membership) {
    @Nullable RoleSlugs roles = mask.has("roles") ? roles(fields, "membership", membership) : null;
    BiFunction<ValidityPeriod, Instant, ValidityPeriod> validity =
        Validities.edit(fields, "membership", mask::has, membership);
    return (current, now) -> {
      mask.requireUnchanged(message(current));
      return new MembershipDetails(
          roles == null ? current.roles() : roles,
          validity.apply(current.details().validity(), now));
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

  static IdentityId identityId(String name) {
    return new IdentityId(ResourceIds.in("identities", name));
  }

  /** The state that a membership can begin in. */
  private static MembershipState first(Membership.State state) {
    return switch (state) {
      case STATE_UNSPECIFIED, STATE_ACTIVE -> MembershipState.ACTIVE;
      case STATE_INVITED -> MembershipState.INVITED;
      case STATE_SUSPENDED, UNRECOGNIZED ->
          throw new InvalidValue("must be STATE_ACTIVE or STATE_INVITED").asException();
    };
  }

  private static Membership.State state(MembershipState state) {
    return switch (state) {
      case INVITED -> Membership.State.STATE_INVITED;
      case ACTIVE -> Membership.State.STATE_ACTIVE;
      case SUSPENDED -> Membership.State.STATE_SUSPENDED;
    };
  }

  private static String identity(io.denizen.domain.membership.Membership membership) {
    return io.denizen.domain.identity.Identity.name(membership.identityId()).value();
  }

  private static String team(io.denizen.domain.membership.Membership membership) {
    TeamId team = membership.teamId();
    return team == null ? "" : TeamMessages.name(membership.applicationId(), team);
  }
}
