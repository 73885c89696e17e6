package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.membership.TeamQuery.Order;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Teams#list} promises. */
public abstract class TeamListContract extends MembershipPortContract {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 1_000})
  void listsTheTeamsOfAnApplicationInEveryOrder(int pageSize) {
    Application application = application();
    Team b = slugged(application, "b");
    Team dash = slugged(application, "a-b");
    Team a = slugged(application, "ab");
    team(application());

    assertThat(walk(query(application, Order.CREATE_TIME, false), pageSize))
        .containsExactly(b, dash, a);
    assertThat(walk(query(application, Order.CREATE_TIME, true), pageSize))
        .containsExactly(a, dash, b);
    assertThat(walk(query(application, Order.SLUG, false), pageSize)).containsExactly(dash, a, b);
    assertThat(walk(query(application, Order.SLUG, true), pageSize)).containsExactly(b, a, dash);
  }

  @Test
  void endsWhenThePageIsExactlyFull() {
    Application application = application();
    team(application);
    team(application);
    TeamQuery query = TeamQuery.all(application.id());

    assertThat(answer(list(query).apply(PageRequest.first(1))).next()).isNotNull();
    assertThat(answer(list(query).apply(PageRequest.first(2))).next()).isNull();
  }

  @Test
  void filtersByParentTopLevelAndSlug() {
    Application application = application();
    Team outer = team(application);
    Team inner = team(application, outer.id());
    Team innermost = team(application, inner.id());

    assertThat(walk(filtered(application, null, null, false, false), 1))
        .containsExactly(outer, inner, innermost);
    assertThat(walk(filtered(application, null, null, true, false), 1)).containsExactly(outer);
    assertThat(walk(filtered(application, null, outer.id(), false, false), 1))
        .containsExactly(inner);
    assertThat(walk(filtered(application, null, innermost.id(), false, false), 1)).isEmpty();
    assertThat(walk(filtered(application, inner.details().slug(), null, false, false), 1))
        .containsExactly(inner);
    assertThat(walk(filtered(application, inner.details().slug(), inner.id(), false, false), 1))
        .isEmpty();
  }

  @Test
  void leavesOutDeletedOnesUnlessAskedForThem() {
    Application application = application();
    Team outer = team(application);
    Team gone = deleted(team(application, outer.id()));
    Team heir =
        team(application, fixtures().teamDetails(outer.id()).withSlug(gone.details().slug()));

    assertThat(walk(filtered(application, null, outer.id(), false, false), 1))
        .containsExactly(heir);
    assertThat(walk(filtered(application, null, outer.id(), false, true), 1))
        .containsExactly(gone, heir);
    assertThat(
            walk(
                new TeamQuery(
                    application.id(), gone.details().slug(), null, false, Order.SLUG, true, true),
                1))
        .containsExactly(heir, gone);
  }

  private Team slugged(Application application, String slug) {
    return team(application, fixtures().teamDetails(null).withSlug(new Slug(slug)));
  }

  private List<Team> walk(TeamQuery query, int pageSize) {
    return Pages.walk(list(query), pageSize);
  }

  private Function<PageRequest, CompletionStage<Page<Team>>> list(TeamQuery query) {
    return page -> ports().teams().list(query, page);
  }

  private static TeamQuery query(Application application, Order order, boolean descending) {
    return new TeamQuery(application.id(), null, null, false, order, descending, false);
  }

  private static TeamQuery filtered(
      Application application,
      @Nullable Slug slug,
      @Nullable TeamId parent,
      boolean topLevelOnly,
      boolean includingDeleted) {
    return new TeamQuery(
        application.id(), slug, parent, topLevelOnly, Order.CREATE_TIME, false, includingDeleted);
  }
}
