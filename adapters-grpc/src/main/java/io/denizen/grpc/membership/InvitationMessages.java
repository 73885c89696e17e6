package io.denizen.grpc.membership;

import io.denizen.application.membership.AcceptedInvitation;
import io.denizen.application.membership.Acceptor;
import io.denizen.application.membership.IssuedInvitation;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.membership.InvitationState;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Times;
import io.denizen.membership.v1.AcceptInvitationRequest;
import io.denizen.membership.v1.AcceptInvitationResponse;
import io.denizen.membership.v1.CreateInvitationResponse;
import io.denizen.membership.v1.Invitation;
import io.denizen.membership.v1.ListInvitationsRequest;
import io.denizen.membership.v1.ListInvitationsResponse;
import io.denizen.membership.v1.ResendInvitationRequest;
import io.denizen.membership.v1.ResendInvitationResponse;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps invitations between the API and the domain, both ways. */
final class InvitationMessages {

  /** The one order there is. */
  private static final Map<String, Boolean> ORDERS = Map.of("create_time", true);

  private static final OrderBy<Boolean> OLDEST_FIRST = new OrderBy<>(true, false);

  private InvitationMessages() {}

  static Invitation message(InvitationSummary invitation) {
    Invitation.Builder message =
        Invitation.newBuilder()
            .setName(invitation.name().value())
            .setEmail(invitation.details().email().value())
            .setTeam(team(invitation))
            .addAllRoles(invitation.details().roles().slugs().stream().map(Slug::value).toList())
            .setState(state(invitation.state()))
            .setExpireTime(Times.timestamp(invitation.expireTime()))
            .setCreateTime(Times.timestamp(invitation.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(invitation.lifecycle().updateTime()))
            .setEtag(Etags.of(invitation.lifecycle()));
    if (invitation.acceptTime() != null) {
      message.setAcceptTime(Times.timestamp(invitation.acceptTime()));
    }
    if (invitation.membershipId() != null) {
      message.setMembership(
          io.denizen.domain.membership.Membership.name(
                  invitation.applicationId(), invitation.membershipId())
              .value());
    }
    if (invitation.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(invitation.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static Invitation message(io.denizen.domain.membership.Invitation invitation) {
    return message(invitation.summary());
  }

  static CreateInvitationResponse created(IssuedInvitation issued) {
    return CreateInvitationResponse.newBuilder()
        .setInvitation(message(issued.invitation()))
        .setToken(issued.secret().map(TokenSecret::reveal).orElse(""))
        .build();
  }

  static ResendInvitationResponse resent(IssuedInvitation issued) {
    return ResendInvitationResponse.newBuilder()
        .setInvitation(message(issued.invitation()))
        .setToken(issued.secret().map(TokenSecret::reveal).orElse(""))
        .build();
  }

  static AcceptInvitationResponse accepted(AcceptedInvitation accepted) {
    return AcceptInvitationResponse.newBuilder()
        .setInvitation(message(accepted.invitation()))
        .setMembership(MembershipMessages.message(accepted.membership()))
        .build();
  }

  static ListInvitationsResponse list(
      ListInvitationsRequest request, Page<io.denizen.domain.membership.Invitation> page) {
    Listed<Invitation> listed =
        Listed.of(request, page, InvitationQuery::cursor, InvitationMessages::message);
    return ListInvitationsResponse.newBuilder()
        .addAllInvitations(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static InApplication<InvitationId> id(String name) {
    return ResourceIds.inApplication("invitations", name, InvitationId::new);
  }

  /**
   * Who is to be invited to what.
   *
   * @param application null if the request does not say which, which is its own fault
   * @return to be asked for inside {@link Fields#read}
   */
  static Supplier<InvitationDetails> details(
      Fields fields, Invitation invitation, @Nullable ApplicationId application) {
    EmailAddress email =
        fields.required("invitation.email", invitation.getEmail(), EmailAddress::new);
    @Nullable TeamId team =
        fields.optional(
            "invitation.team", invitation.getTeam(), name -> TeamMessages.idIn(application, name));
    RoleSlugs roles =
        fields.list(
            "invitation.roles",
            invitation.getRolesList(),
            RoleSlugs.MAX_SIZE,
            Slug::new,
            RoleSlugs::new);
    return () -> new InvitationDetails(team, email, roles);
  }

  /** When a new invitation ends, by the time of its creation. */
  static Function<Instant, Instant> end(Fields fields, Invitation invitation) {
    return switch (invitation.getExpirationCase()) {
      case EXPIRE_TIME ->
          bounded(
              "invitation.expire_time",
              Expirations.expireTime(fields, "invitation.expire_time", invitation.getExpireTime()));
      case TTL ->
          bounded("invitation.ttl", Expirations.ttl(fields, "invitation.ttl", invitation.getTtl()));
      case EXPIRATION_NOT_SET -> now -> now.plus(io.denizen.domain.membership.Invitation.USUAL);
    };
  }

  /** When one ends that is sent again, by the time of that. */
  static Function<Instant, Instant> end(Fields fields, ResendInvitationRequest request) {
    return switch (request.getExpirationCase()) {
      case EXPIRE_TIME ->
          bounded(
              "expire_time",
              Expirations.expireTime(fields, "expire_time", request.getExpireTime()));
      case TTL -> bounded("ttl", Expirations.ttl(fields, "ttl", request.getTtl()));
      case EXPIRATION_NOT_SET -> now -> now.plus(io.denizen.domain.membership.Invitation.USUAL);
    };
  }

  /** Who accepts; to be asked for inside {@link Fields#read}. */
  static Supplier<Acceptor> acceptor(Fields fields, AcceptInvitationRequest request) {
    return switch (request.getAcceptorCase()) {
      case IDENTITY -> {
        IdentityId identity =
            fields.required(
                "identity",
                request.getIdentity(),
                name -> new IdentityId(ResourceIds.in("identities", name)));
        yield () -> new Acceptor.Known(identity);
      }
      case NEW_IDENTITY -> {
        DisplayName displayName =
            fields.required(
                "new_identity.display_name",
                request.getNewIdentity().getDisplayName(),
                DisplayName::new);
        @Nullable Slug slug =
            fields.optional("new_identity.slug", request.getNewIdentity().getSlug(), Slug::new);
        yield () -> new Acceptor.Newcomer(slug, displayName);
      }
      case ACCEPTOR_NOT_SET -> {
        fields.reject("identity", "or new_identity is required");
        yield () -> {
          throw new IllegalStateException("the request was refused");
        };
      }
    };
  }

  static Supplier<InvitationQuery> query(Fields fields, ListInvitationsRequest request) {
    ApplicationId parent = fields.required("parent", request.getParent(), ResourceIds::application);
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable EmailAddress email = filter.equal("email", EmailAddress::new);
    @Nullable TeamId team = filter.equal("team", name -> TeamMessages.idIn(parent, name));
    @Nullable InvitationState state = filter.equal("state", InvitationMessages::state);
    filter.end("email, team and state, each with =");
    OrderBy<Boolean> order = OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return () ->
        new InvitationQuery(
            parent, team, email, state, order.descending(), request.getShowDeleted());
  }

  private static Function<Instant, Instant> bounded(String path, Function<Instant, Instant> end) {
    return now ->
        Expirations.located(
            path, () -> io.denizen.domain.membership.Invitation.end(end.apply(now), now));
  }

  private static InvitationState state(String text) {
    return switch (text) {
      case "STATE_PENDING" -> InvitationState.PENDING;
      case "STATE_ACCEPTED" -> InvitationState.ACCEPTED;
      case "STATE_REVOKED" -> InvitationState.REVOKED;
      case "STATE_EXPIRED" -> InvitationState.EXPIRED;
      default ->
          throw new InvalidValue("must have a value of the enum for state, such as STATE_PENDING")
              .asException();
    };
  }

  private static Invitation.State state(InvitationState state) {
    return switch (state) {
      case PENDING -> Invitation.State.STATE_PENDING;
      case ACCEPTED -> Invitation.State.STATE_ACCEPTED;
      case REVOKED -> Invitation.State.STATE_REVOKED;
      case EXPIRED -> Invitation.State.STATE_EXPIRED;
    };
  }

  private static String team(InvitationSummary invitation) {
    TeamId team = invitation.details().teamId();
    return team == null ? "" : TeamMessages.name(invitation.applicationId(), team);
  }
}
