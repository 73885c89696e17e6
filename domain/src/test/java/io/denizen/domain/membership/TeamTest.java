package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.membership.Samples.team;
import static io.denizen.domain.membership.Samples.teamId;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.shared.Images;
import io.denizen.domain.shared.Slug;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamTest {

  private static final Dependents NONE = Dependents.of(List.of());

  private final Team top = team(1, null);
  private final Team middle = team(2, 1);
  private final Team bottom = team(3, 2);
  private final Team other = team(4, null);

  @Test
  void anUpdateChangesTheImageInTheChangedFieldsOnly() {
    Decision<Team> renamed =
        bottom.update(bottom.details().withSlug(new Slug("renamed")), List.of(), SECOND);
    Decision<Team> moved =
        bottom.update(bottom.details().withParent(other.id()), List.of(other), SECOND);

    assertThat(Images.differing(bottom.image(), renamed.outcome().image()))
        .containsExactlyInAnyOrder("slug", "update_time", "version");
    assertThat(Images.differing(bottom.image(), moved.outcome().image()))
        .containsExactlyInAnyOrder("parent_team", "update_time", "version");
  }

  @Test
  void anUpdateThatChangesNothingDecidesNothing() {
    assertThat(bottom.update(bottom.details(), List.of(), SECOND))
        .isEqualTo(Decision.nothing(bottom));
  }

  @Test
  void aMoveReliesOnAllTeamsAboveTheNewParent() {
    Decision<Team> moved =
        other.update(other.details().withParent(bottom.id()), List.of(bottom, middle, top), SECOND);

    assertThat(moved.observed()).isEqualTo(List.of(bottom, middle, top));
    assertThat(moved.outcome().details().parent()).isEqualTo(bottom.id());
  }

  @Test
  void whatStaysOrGoesToTheTopReliesOnNoOtherTeam() {
    Decision<Team> renamed =
        bottom.update(bottom.details().withSlug(new Slug("renamed")), List.of(), SECOND);
    Decision<Team> raised = bottom.update(bottom.details().withParent(null), List.of(), SECOND);

    assertThat(renamed.observed()).isEmpty();
    assertThat(raised.observed()).isEmpty();
  }

  @Test
  void aTeamIsNeverInsideItself() {
    assertThat(refusal(() -> top.update(top.details().withParent(top.id()), List.of(top), SECOND)))
        .isEqualTo(new TeamFailure.Cycle(APPLICATION, top.id(), top.id()));
    assertThat(
            refusal(
                () ->
                    top.update(
                        top.details().withParent(bottom.id()),
                        List.of(bottom, middle, top),
                        SECOND)))
        .isEqualTo(new TeamFailure.Cycle(APPLICATION, top.id(), bottom.id()));
  }

  @Test
  void aMoveBelowATeamThatIsNotThereIsRefused() {
    assertThat(refusal(() -> top.update(top.details().withParent(teamId(9)), List.of(), SECOND)))
        .isEqualTo(new TeamFailure.ParentNotFound(APPLICATION, teamId(9)));
  }

  @Test
  void whatIsNotEmptyIsDeletedOnlyByForce() {
    TeamFailure refused = new TeamFailure.HasChildren(APPLICATION, top.id());
    Dependents inside = Dependents.of(top.id(), List.of(top, middle), List.of());

    assertThat(refusal(() -> top.delete(inside, false, SECOND))).isEqualTo(refused);
    assertThat(refusal(() -> top.delete(Dependents.of(List.of(membership(1, 1))), false, SECOND)))
        .isEqualTo(refused);
    assertThat(
            top.delete(Dependents.of(top.id(), List.of(top), List.of()), false, SECOND).changes())
        .hasSize(1);
  }

  @Test
  void whatLivesCannotBeUndeleted() {
    ResourceFailure refused = new ResourceFailure.NotDeleted(top.name());

    assertThat(refusal(() -> top.undelete(NONE, List.of(), SECOND))).isEqualTo(refused);
    assertThat(refusal(top::deletion)).isEqualTo(refused);
  }

  @Test
  void anImageGivesBackTheWholeTeam() {
    Team deleted = bottom.delete(NONE, false, SECOND).outcome();

    assertThat(Team.fromImage(top.image())).isEqualTo(top);
    assertThat(Team.fromImage(bottom.image())).isEqualTo(bottom);
    assertThat(Team.fromImage(deleted.image())).isEqualTo(deleted);
  }
}
