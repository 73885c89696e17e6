package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.shared.PageRequest;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamLifecycleTest {

  private final House house = new House();
  private final Application shop = house.application();
  private final Application other = house.application();
  private final Team top = house.team(shop, null);
  private final Team middle = house.team(shop, top);
  private final Team bottom = house.team(shop, middle);

  private TeamFailure.NotFound notFound(Application application, Team team) {
    return new TeamFailure.NotFound(application.id(), team.id());
  }

  private CompletionStage<Team> move(Team team, @Nullable Team parent) {
    return house.teams.update(
        house.submission,
        shop.id(),
        team.id(),
        null,
        current -> current.details().withParent(parent == null ? null : parent.id()));
  }

  @Test
  void aTeamNeedsALiveApplication() {
    answer(house.applications.delete(house.submission, other.id(), null, false));

    assertThat(refusal(house.teams.create(house.submission, other.id(), house.teamDetails(null))))
        .isEqualTo(new ApplicationFailure.NotFound(other.id()));
  }

  @Test
  void aParentIsALiveTeamOfTheSameApplication() {
    assertThat(refusal(house.teams.create(house.submission, other.id(), house.teamDetails(top))))
        .isEqualTo(new TeamFailure.ParentNotFound(other.id(), top.id()));
    answer(house.teams.delete(house.submission, shop.id(), bottom.id(), null, false));
    assertThat(refusal(house.teams.create(house.submission, shop.id(), house.teamDetails(bottom))))
        .isEqualTo(new TeamFailure.ParentNotFound(shop.id(), bottom.id()));
    assertThat(refusal(move(top, bottom)))
        .isEqualTo(new TeamFailure.ParentNotFound(shop.id(), bottom.id()));
  }

  @Test
  void aSlugIsUniqueInItsApplicationOnly() {
    TeamDetails same = house.teamDetails(null).withSlug(top.details().slug());

    assertThat(refusal(house.teams.create(house.submission, shop.id(), same)))
        .isEqualTo(new TeamFailure.SlugTaken());
    assertThat(answer(house.teams.create(house.submission, other.id(), same)).details())
        .isEqualTo(same);
  }

  @Test
  void aTeamMovesWithAllThatIsInsideItAndNeverIntoItself() {
    Team aside = house.team(shop, null);

    assertThat(refusal(move(top, bottom)))
        .isEqualTo(new TeamFailure.Cycle(shop.id(), top.id(), bottom.id()));
    assertThat(refusal(move(top, top)))
        .isEqualTo(new TeamFailure.Cycle(shop.id(), top.id(), top.id()));
    assertThat(answer(move(middle, aside)).details().parent()).isEqualTo(aside.id());
    assertThat(answer(move(top, bottom)).details().parent()).isEqualTo(bottom.id());
    assertThat(answer(move(middle, null)).details().parent()).isNull();
    assertThat(house.historyOf(middle)).containsExactly("created", "updated", "updated");
  }

  @Test
  void whatIsNotEmptyIsDeletedOnlyByForceAndComesBackWhole() {
    Identity ada = house.person();
    Membership inTop = house.membership(ada, shop, top);
    Membership inBottom = house.membership(ada, shop, bottom);
    Membership elsewhere = house.membership(ada, shop, null);

    assertThat(refusal(house.teams.delete(house.submission, shop.id(), top.id(), null, false)))
        .isEqualTo(new TeamFailure.HasChildren(shop.id(), top.id()));
    assertThat(refusal(house.teams.delete(house.submission, shop.id(), bottom.id(), null, false)))
        .isEqualTo(new TeamFailure.HasChildren(shop.id(), bottom.id()));
    answer(house.teams.delete(house.submission, shop.id(), top.id(), null, true));
    assertThat(refusal(house.teamDirectory.get(house.caller, shop.id(), bottom.id(), false)))
        .isEqualTo(notFound(shop, bottom));
    answer(house.teams.undelete(house.submission, shop.id(), top.id(), null));

    for (Audited resource : List.of(top, middle, bottom, inTop, inBottom)) {
      assertThat(house.historyOf(resource)).containsExactly("created", "deleted", "undeleted");
    }
    assertThat(house.historyOf(elsewhere)).containsExactly("created");
    assertThat(
            answer(house.teamDirectory.get(house.caller, shop.id(), bottom.id(), false)).details())
        .isEqualTo(bottom.details());
  }

  @Test
  void whatIsInsideSomethingDeletedComesBackOnlyWithIt() {
    answer(house.teams.delete(house.submission, shop.id(), middle.id(), null, true));
    assertThat(refusal(house.teams.undelete(house.submission, shop.id(), bottom.id(), null)))
        .isEqualTo(new ResourceFailure.ParentDeleted(bottom.name(), middle.name()));

    answer(house.applications.delete(house.submission, shop.id(), null, true));
    assertThat(refusal(house.teams.undelete(house.submission, shop.id(), middle.id(), null)))
        .isEqualTo(new ResourceFailure.ParentDeleted(middle.name(), shop.name()));
  }

  @Test
  void aSlugThatWasTakenMeanwhileIsInTheWayOfAnUndelete() {
    answer(house.teams.delete(house.submission, shop.id(), top.id(), null, true));
    answer(
        house.teams.create(
            house.submission,
            shop.id(),
            house.teamDetails(null).withSlug(bottom.details().slug())));

    assertThat(refusal(house.teams.undelete(house.submission, shop.id(), top.id(), null)))
        .isEqualTo(new TeamFailure.SlugTaken());
    assertThat(house.historyOf(top)).containsExactly("created", "deleted");
  }

  @Test
  void whatLivesCannotBeUndeleted() {
    assertThat(refusal(house.teams.undelete(house.submission, shop.id(), top.id(), null)))
        .isEqualTo(new ResourceFailure.NotDeleted(top.name()));
  }

  @Test
  void aTeamIsNotFoundUnderAnotherApplication() {
    assertThat(refusal(house.teamDirectory.get(house.caller, other.id(), top.id(), true)))
        .isEqualTo(notFound(other, top));
    assertThat(
            refusal(
                house.teams.update(house.submission, other.id(), top.id(), null, Team::details)))
        .isEqualTo(notFound(other, top));
    assertThat(refusal(house.teams.delete(house.submission, other.id(), top.id(), null, true)))
        .isEqualTo(notFound(other, top));
    assertThat(refusal(house.teams.undelete(house.submission, other.id(), top.id(), null)))
        .isEqualTo(notFound(other, top));
  }

  @Test
  void anEmptyListIsToldFromAnApplicationThatIsNotThere() {
    PageRequest page = PageRequest.first(10);
    TeamQuery ofOther = TeamQuery.all(other.id());

    assertThat(answer(house.teamDirectory.list(house.caller, ofOther, page)).items()).isEmpty();
    answer(house.applications.delete(house.submission, other.id(), null, false));
    assertThat(refusal(house.teamDirectory.list(house.caller, ofOther, page)))
        .isEqualTo(new ApplicationFailure.NotFound(other.id()));
  }
}
