package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the journal promises between parents and children: whatever was decided on whichever
 * reading, a live child never has a dead parent, from whichever side the change comes.
 */
public abstract class LivenessContract extends MembershipPortContract {

  @Test
  void refusesATeamInADeletedApplication() {
    Application gone = deleted(application());

    assertOrphaned(occasion -> create(gone, null, occasion), gone.name());
  }

  @Test
  void refusesATeamInADeletedTeam() {
    Application application = application();
    Team gone = deleted(team(application));
    Team existing = team(application);

    assertOrphaned(occasion -> create(application, gone, occasion), gone.name());
    assertOrphaned(occasion -> moveInto(existing, gone, occasion), gone.name());
    assertThat(answer(ports().teams().byId(application.id(), existing.id()))).contains(existing);
  }

  @Test
  void refusesATeamInATeamOfAnotherApplication() {
    Application application = application();
    Team foreign = team(application());
    ResourceName there = Team.name(application.id(), foreign.id());

    assertOrphaned(occasion -> create(application, foreign, occasion), there);
    Team existing = team(application);
    assertOrphaned(occasion -> moveInto(existing, foreign, occasion), there);
  }

  @Test
  void refusesAMembershipOfWhatIsDeleted() {
    Identity leaver = committed(person()::delete);
    Application closed = deleted(application());
    Application application = application();
    Team dissolved = deleted(team(application));
    Identity person = person();

    assertOrphaned(occasion -> joined(leaver, application, null, occasion), leaver.name());
    assertOrphaned(occasion -> joined(person, closed, null, occasion), closed.name());
    assertOrphaned(occasion -> joined(person, application, dissolved, occasion), dissolved.name());
  }

  @Test
  void refusesAMembershipOfWhatWasNeverThere() {
    Identity nobody = fixtures().person(fixtures().occasion());
    Application application = application();

    assertOrphaned(occasion -> joined(nobody, application, null, occasion), nobody.name());
  }

  @Test
  void refusesAMembershipInATeamOfAnotherApplication() {
    Application application = application();
    Team foreign = team(application());

    assertOrphaned(
        occasion -> joined(person(), application, foreign, occasion),
        Team.name(application.id(), foreign.id()));
  }

  @Test
  void refusesToUndeleteWhatLostItsParent() {
    Application application = application();
    Team outer = team(application);
    Team inner = deleted(team(application, outer.id()));
    Membership membership = committed(membership(person(), application, outer)::delete);
    Team gone = deleted(outer);

    assertOrphaned(occasion -> membership.undelete(NO_ROLES, occasion), gone.name());
    assertOrphaned(occasion -> undelete(inner, occasion), gone.name());
    decided(occasion -> gone.undelete(NOTHING, List.of(), occasion));
    committed(occasion -> membership.undelete(NO_ROLES, occasion));
    committed(occasion -> undelete(inner, occasion));
  }

  @Test
  void refusesToDeleteWhatStillHasALiveChild() {
    Identity person = person();
    Application empty = application();
    Application withTeam = application();
    Team outer = team(withTeam);
    Team inner = team(withTeam, outer.id());
    membership(person, empty, null);
    membership(person, withTeam, inner);

    for (Audited parent : List.of(person, empty, withTeam, outer, inner)) {
      Occasion occasion = fixtures().occasion();
      assertThat(refusal(ports().journal().commit(set(occasion, deleteAlone(parent, occasion)))))
          .isEqualTo(new StaleVersion(parent.name()));
      assertThat(eventsOf(parent.name())).hasSize(1);
    }
  }

  @Test
  void letsGoWhatHasOnlyDeletedChildren() {
    Identity person = person();
    Application application = application();
    Team outer = team(application);
    Team inner = deleted(team(application, outer.id()));
    committed(membership(person, application, outer)::delete);

    deleted(outer);
    deleted(application);
    committed(person::delete);

    assertThat(answer(ports().teams().byIdIncludingDeleted(application.id(), inner.id())))
        .contains(inner);
  }

  @Test
  void letsAParentChangeUnderItsChildren() {
    Application application = application();
    Team outer = team(application);
    Membership membership = membership(person(), application, outer);

    Application renamed =
        decided(occasion -> application.update(any -> fixtures().applicationDetails(), occasion));
    Team edited =
        decided(occasion -> outer.update(fixtures().teamDetails(null), List.of(), occasion));

    assertThat(answer(ports().applications().byId(application.id()))).contains(renamed);
    assertThat(answer(ports().teams().byId(application.id(), outer.id()))).contains(edited);
    assertThat(answer(ports().memberships().byId(application.id(), membership.id())))
        .contains(membership);
  }

  @Test
  void freesAParentThatItsChildLeft() {
    Application application = application();
    Team outer = team(application);
    Team inner = team(application, outer.id());

    Team moved = moved(inner, null);
    deleted(outer);

    assertThat(answer(ports().teams().byId(application.id(), inner.id()))).contains(moved);
  }

  /** The failure names one of the two that are at odds. */
  private void assertOrphaned(Function<Occasion, ? extends Change<?>> decide, ResourceName parent) {
    Occasion occasion = fixtures().occasion();
    Change<?> change = decide.apply(occasion);
    int events = eventsOf(change.after().name()).size();

    assertThat(refusal(ports().journal().commit(set(occasion, change))))
        .asInstanceOf(type(StaleVersion.class))
        .extracting(StaleVersion::resource)
        .isIn(parent, change.after().name());
    assertThat(eventsOf(change.after().name())).hasSize(events);
  }

  private Change<Team> create(Application application, @Nullable Team parent, Occasion occasion) {
    return Team.create(
        fixtures().teamId(),
        application.id(),
        fixtures().teamDetails(parent == null ? null : parent.id()),
        occasion);
  }

  /** Without relying on the parent, so that only the parent's life is at stake. */
  private static Change<Team> moveInto(Team team, Team parent, Occasion occasion) {
    return Change.updated(
        team,
        new Team(
            team.id(),
            team.applicationId(),
            team.details().withParent(parent.id()),
            team.lifecycle().changed(occasion)));
  }

  @SuppressWarnings("unchecked") // A decision about a team alone is one change of it.
  private static Change<Team> undelete(Team team, Occasion occasion) {
    return (Change<Team>) team.undelete(NOTHING, List.of(), occasion).changes().getFirst();
  }

  private static Change<?> deleteAlone(Audited parent, Occasion occasion) {
    return switch (parent) {
      case Identity identity -> identity.delete(occasion);
      case Application application ->
          application.delete(NOTHING, false, occasion).changes().getFirst();
      case Team team -> team.delete(NOTHING, false, occasion).changes().getFirst();
      default -> throw new IllegalArgumentException(parent + " has no children");
    };
  }
}
