package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamFailure.SlugTaken;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link Teams} and the journal promise about teams; lists are in its sibling. */
public abstract class TeamsContract extends MembershipPortContract {

  @Test
  void givesBackATeamExactlyAsItWasCommitted() {
    Application application = application();
    Team outer = team(application);
    Team inner = team(application, outer.id());
    Team edited =
        decided(occasion -> inner.update(fixtures().teamDetails(outer.id()), List.of(), occasion));

    assertThat(answer(teams().byId(application.id(), outer.id()))).contains(outer);
    assertThat(answer(teams().byId(application.id(), edited.id()))).contains(edited);
    assertThat(
            answer(
                teams()
                    .byIds(
                        application.id(),
                        List.of(edited.id(), fixtures().teamId(), outer.id(), edited.id()))))
        .containsExactlyInAnyOrder(outer, edited);
    assertThat(
            eventsOf(edited.name()).stream()
                .map(event -> event.action() + " " + event.applicationId()))
        .containsExactly("team.created " + application.id(), "team.updated " + application.id());
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(inner))).map(Team::fromImage))
        .contains(inner);
  }

  @Test
  void leavesADeletedTeamOutUnlessAskedForIt() {
    Application application = application();
    Team deleted = deleted(team(application));

    assertThat(answer(teams().byId(application.id(), deleted.id()))).isEmpty();
    assertThat(answer(teams().byIdIncludingDeleted(application.id(), deleted.id())))
        .contains(deleted);
    assertThat(answer(teams().byIds(application.id(), List.of(deleted.id())))).isEmpty();
    assertThat(answer(teams().lineage(application.id(), deleted.id()))).isEmpty();
    assertThat(answer(teams().subtree(application.id(), deleted.id(), 10))).isEmpty();
    assertThat(answer(teams().ofApplication(application.id(), 10))).isEmpty();
    Team back = decided(occasion -> deleted.undelete(NOTHING, List.of(), occasion));
    assertThat(answer(teams().byId(application.id(), back.id()))).contains(back);
  }

  @Test
  void findsNoTeamOfAnotherApplication() {
    Application application = application();
    Application other = application();
    Team team = team(application);

    assertThat(answer(teams().byId(other.id(), team.id()))).isEmpty();
    assertThat(answer(teams().byIdIncludingDeleted(other.id(), team.id()))).isEmpty();
    assertThat(answer(teams().byIds(other.id(), List.of(team.id())))).isEmpty();
    assertThat(answer(teams().lineage(other.id(), team.id()))).isEmpty();
    assertThat(answer(teams().subtree(other.id(), team.id(), 10))).isEmpty();
    assertThat(answer(teams().ofApplication(other.id(), 10))).isEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    Application application = application();
    TeamId unknown = fixtures().teamId();

    assertThat(answer(teams().byId(application.id(), unknown))).isEmpty();
    assertThat(answer(teams().byIdIncludingDeleted(application.id(), unknown))).isEmpty();
    assertThat(answer(teams().lineage(application.id(), unknown))).isEmpty();
    assertThat(answer(teams().subtree(application.id(), unknown, 10))).isEmpty();
    assertThat(answer(teams().deletedBy(fixtures().occasion().changeSet()))).isEmpty();
  }

  @Test
  void refusesAChangeDecidedOnAnOldVersion() {
    Team first = team(application());
    decided(occasion -> first.update(fixtures().teamDetails(null), List.of(), occasion));

    assertThat(refused(occasion -> first.delete(NOTHING, false, occasion)))
        .isEqualTo(new StaleVersion(first.name()));
  }

  @Test
  void letsOneLiveTeamOfAnApplicationHaveASlug() {
    Application application = application();
    Team holder = team(application);
    Team other = team(application, holder.id());
    TeamDetails same = fixtures().teamDetails(null).withSlug(holder.details().slug());

    assertThat(refused(occasion -> create(application, same, occasion))).isEqualTo(new SlugTaken());
    assertThat(
            refused(
                occasion ->
                    other.update(
                        other.details().withSlug(holder.details().slug()), List.of(), occasion)))
        .isEqualTo(new SlugTaken());
    team(application(), same);
    moved(other, null);
    Team deleted = deleted(holder);
    team(application, same);
    assertThat(refused(occasion -> deleted.undelete(NOTHING, List.of(), occasion)))
        .isEqualTo(new SlugTaken());
  }

  @Test
  void givesTheLineageFromTheTeamUpwards() {
    Application application = application();
    Team top = team(application);
    Team middle = team(application, top.id());
    Team bottom = team(application, middle.id());
    team(application, middle.id());

    assertThat(answer(teams().lineage(application.id(), bottom.id())))
        .containsExactly(bottom, middle, top);
    assertThat(answer(teams().lineage(application.id(), top.id()))).containsExactly(top);
    Team risen = moved(middle, null);
    assertThat(answer(teams().lineage(application.id(), bottom.id())))
        .containsExactly(bottom, risen);
  }

  @Test
  void givesALongLineage() {
    Application application = application();
    Team team = team(application);
    for (int depth = 2; depth <= 60; depth++) {
      team = team(application, team.id());
    }

    List<Team> lineage = answer(teams().lineage(application.id(), team.id()));

    assertThat(lineage).hasSize(60).startsWith(team);
    for (int i = 0; i + 1 < lineage.size(); i++) {
      assertThat(lineage.get(i).details().parent()).isEqualTo(lineage.get(i + 1).id());
    }
  }

  @Test
  void givesTheSubtreeTeamFirst() {
    Application application = application();
    Team top = team(application);
    Team left = team(application, top.id());
    Team right = team(application, top.id());
    Team leaf = team(application, left.id());
    deleted(team(application, right.id()));
    team(application);

    assertThat(answer(teams().subtree(application.id(), top.id(), 10)))
        .startsWith(top)
        .containsExactlyInAnyOrder(top, left, right, leaf);
    assertThat(answer(teams().subtree(application.id(), left.id(), 10)))
        .containsExactly(left, leaf);
    assertThat(answer(teams().subtree(application.id(), leaf.id(), 10))).containsExactly(leaf);
    assertThat(answer(teams().ofApplication(application.id(), 10)))
        .contains(top, left, right, leaf)
        .hasSize(5);
  }

  @Test
  void readsNoMoreThanTheLimit() {
    Application application = application();
    Team top = team(application);
    List<Team> inside = List.of(team(application, top.id()), team(application, top.id()));

    assertThat(answer(teams().subtree(application.id(), top.id(), 1))).containsExactly(top);
    assertThat(answer(teams().subtree(application.id(), top.id(), 2)))
        .hasSize(2)
        .startsWith(top)
        .containsAnyElementsOf(inside);
    assertThat(answer(teams().subtree(application.id(), top.id(), 3))).hasSize(3);
    assertThat(answer(teams().ofApplication(application.id(), 2))).hasSize(2);
    assertThat(answer(teams().ofApplication(application.id(), 3))).hasSize(3);
  }

  @Test
  void findsWhatAChangeSetDeletedAndThatStillIs() {
    Application application = application();
    Team outer = team(application);
    Team inner = team(application, outer.id());
    deleted(team(application));
    Team gone =
        decided(
            occasion ->
                outer.delete(new Dependents(List.of(inner), List.of(), List.of()), true, occasion));
    Team goneInner =
        answer(teams().byIdIncludingDeleted(application.id(), inner.id())).orElseThrow();

    assertThat(answer(teams().deletedBy(Objects.requireNonNull(gone.lifecycle().deletion()))))
        .containsExactlyInAnyOrder(gone, goneInner);
    Team back = decided(occasion -> gone.undelete(NOTHING, List.of(), occasion));
    assertThat(back.lifecycle().isLive()).isTrue();
    assertThat(answer(teams().deletedBy(gone.deletion()))).containsExactly(goneInner);
  }

  private Decision<Team> create(Application application, TeamDetails details, Occasion occasion) {
    return Decision.of(Team.create(fixtures().teamId(), application.id(), details, occasion));
  }

  private Teams teams() {
    return ports().teams();
  }
}
