package io.denizen.grpc.membership;

import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Edit;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Times;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.ListTeamsResponse;
import io.denizen.membership.v1.Team;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps teams between the API and the domain, both ways. */
final class TeamMessages {

  private static final Map<String, TeamQuery.Order> ORDERS =
      Map.of("create_time", TeamQuery.Order.CREATE_TIME, "slug", TeamQuery.Order.SLUG);
  private static final OrderBy<TeamQuery.Order> OLDEST_FIRST =
      new OrderBy<>(TeamQuery.Order.CREATE_TIME, false);

  private TeamMessages() {}

  static Team message(io.denizen.domain.membership.Team team) {
    TeamDetails details = team.details();
    Team.Builder message =
        Team.newBuilder()
            .setName(team.name().value())
            .setSlug(details.slug().value())
            .setDisplayName(details.displayName().value())
            .setDescription(details.description().value())
            .setCreateTime(Times.timestamp(team.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(team.lifecycle().updateTime()))
            .setEtag(Etags.of(team));
    if (details.parent() != null) {
      message.setParentTeam(name(team.applicationId(), details.parent()));
    }
    if (team.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(team.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListTeamsResponse list(
      ListTeamsRequest request, TeamQuery query, Page<io.denizen.domain.membership.Team> page) {
    Listed<Team> listed = Listed.of(request, page, query::cursor, TeamMessages::message);
    return ListTeamsResponse.newBuilder()
        .addAllTeams(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static String name(ApplicationId application, TeamId id) {
    return io.denizen.domain.membership.Team.name(application, id).value();
  }

  static InApplication<TeamId> id(String name) {
    return ResourceIds.inApplication("teams", name, TeamId::new);
  }

  /**
   * A team that must be in the application.
   *
   * @param application null if the request does not say which, which is its own fault
   */
  static TeamId idIn(@Nullable ApplicationId application, String name) {
    return ResourceIds.within(application, id(name)).id();
  }

  static TeamDetails details(Fields fields, Team team, @Nullable ApplicationId application) {
    @Nullable TeamId parent = parent(fields, team, application);
    Slug slug = slug(fields, team);
    DisplayName displayName = displayName(fields, team);
    Description description = description(fields, team);
    return fields.read(() -> new TeamDetails(parent, slug, displayName, description));
  }

  /**
   * What an update makes of the team that it meets.
   *
   * @param id null if the request does not say which team, which is its own fault
   */
  static Function<io.denizen.domain.membership.Team, TeamDetails> edit(
      Fields fields, UpdateMask mask, Team team, @Nullable InApplication<TeamId> id) {
    @Nullable ApplicationId application = id == null ? null : id.applicationId();
    Edit<TeamDetails> edit =
        new Edit<TeamDetails>(mask)
            .set("parent_team", () -> parent(fields, team, application), TeamDetails::withParent)
            .set("slug", () -> slug(fields, team), TeamDetails::withSlug)
            .set("display_name", () -> displayName(fields, team), TeamDetails::withDisplayName)
            .set("description", () -> description(fields, team), TeamDetails::withDescription);
    return current -> edit.of(current.details());
  }

  static TeamQuery query(Fields fields, ListTeamsRequest request) {
    ApplicationId application =
        fields.required("parent", request.getParent(), ResourceIds::application);
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable Slug slug = filter.equal("slug", Slug::new);
    @Nullable Parent parent = filter.equal("parent_team", name -> Parent.read(application, name));
    filter.end("slug and parent_team, each with =");
    OrderBy<TeamQuery.Order> order =
        OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return fields.read(
        () ->
            new TeamQuery(
                application,
                slug,
                parent == null ? null : parent.id(),
                parent != null && parent.id() == null,
                order.order(),
                order.descending(),
                request.getShowDeleted()));
  }

  private static @Nullable TeamId parent(
      Fields fields, Team team, @Nullable ApplicationId application) {
    return fields.optional(
        "team.parent_team", team.getParentTeam(), name -> idIn(application, name));
  }

  private static Slug slug(Fields fields, Team team) {
    return fields.required("team.slug", team.getSlug(), Slug::new);
  }

  private static DisplayName displayName(Fields fields, Team team) {
    return fields.required("team.display_name", team.getDisplayName(), DisplayName::new);
  }

  private static Description description(Fields fields, Team team) {
    return fields.parsed("team.description", team.getDescription(), Description::new);
  }

  /**
   * What a filter says about the parent team.
   *
   * @param id null for teams at the top level
   */
  private record Parent(@Nullable TeamId id) {

    static Parent read(@Nullable ApplicationId application, String name) {
      return new Parent(name.isEmpty() ? null : idIn(application, name));
    }
  }
}
