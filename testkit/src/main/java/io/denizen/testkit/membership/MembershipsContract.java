package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure.Exists;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ChangeSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Memberships} and the journal promise about memberships; lists are in its sibling. */
public abstract class MembershipsContract extends MembershipPortContract {

  @Test
  void givesBackAMembershipExactlyAsItWasCommitted() {
    Application application = application();
    Membership direct = membership(person(), application, null, "b", "a-1", "a_1");
    Membership inTeam = membership(person(), application, team(application));
    String[] many = IntStream.range(0, 64).mapToObj(i -> "role-" + i).toArray(String[]::new);
    Membership edited = withRoles(direct, many);

    assertThat(answer(memberships().byId(application.id(), inTeam.id()))).contains(inTeam);
    assertThat(answer(memberships().byId(application.id(), edited.id()))).contains(edited);
    assertThat(
            eventsOf(edited.name()).stream()
                .map(event -> event.action() + " " + event.applicationId()))
        .containsExactly(
            "membership.created " + application.id(), "membership.updated " + application.id());
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(direct)))
                .map(Membership::fromImage))
        .contains(direct);
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(inTeam)))
                .map(Membership::fromImage))
        .contains(inTeam);
  }

  @Test
  void keepsStateAndTimes() {
    Application application = application();
    Membership first = membership(person(), application, null);
    Instant start = fixtures().occasion().time().minus(Duration.ofDays(1));
    Instant end = Instant.parse("9999-12-31T23:59:59.999999Z");
    Membership limited =
        decided(
            occasion ->
                first.update(
                    current ->
                        new MembershipDetails(current.roles(), new ValidityPeriod(start, end)),
                    occasion));
    Membership suspended = decided(limited::suspend);

    assertThat(answer(memberships().byId(application.id(), first.id()))).contains(suspended);
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(suspended)))
                .map(Membership::fromImage))
        .contains(suspended);
    assertThat(eventsOf(first.name()).stream().map(event -> event.action().value()))
        .containsExactly("membership.created", "membership.updated", "membership.suspended");
  }

  @Test
  void leavesADeletedMembershipOutUnlessAskedForIt() {
    Identity person = person();
    Application application = application();
    Team team = team(application);
    Membership deleted = committed(membership(person, application, team)::delete);

    assertThat(answer(memberships().byId(application.id(), deleted.id()))).isEmpty();
    assertThat(answer(memberships().byIdIncludingDeleted(application.id(), deleted.id())))
        .contains(deleted);
    assertThat(answer(memberships().ofIdentity(person.id(), 10))).isEmpty();
    assertThat(answer(memberships().ofApplication(application.id(), 10))).isEmpty();
    assertThat(answer(memberships().ofTeams(List.of(team.id()), 10))).isEmpty();
    Membership back = committed(occasion -> deleted.undelete(NO_ROLES, occasion));
    assertThat(answer(memberships().byId(application.id(), back.id()))).contains(back);
  }

  @Test
  void findsNoMembershipOfAnotherApplication() {
    Application application = application();
    Membership membership = membership(person(), application, null);
    Application other = application();
    MembershipId unknown = fixtures().membershipId();

    assertThat(answer(memberships().byId(other.id(), membership.id()))).isEmpty();
    assertThat(answer(memberships().byIdIncludingDeleted(other.id(), membership.id()))).isEmpty();
    assertThat(answer(memberships().ofApplication(other.id(), 10))).isEmpty();
    assertThat(answer(memberships().byId(application.id(), unknown))).isEmpty();
    assertThat(answer(memberships().byIdIncludingDeleted(application.id(), unknown))).isEmpty();
  }

  @Test
  void refusesAChangeDecidedOnAnOldVersion() {
    Membership first = membership(person(), application(), null);
    withRoles(first, "other");

    assertThat(refused(occasion -> Decision.of(first.delete(occasion))))
        .isEqualTo(new StaleVersion(first.name()));
  }

  @Test
  void letsAnIdentityBelongToAPlaceOnce() {
    Identity person = person();
    Application application = application();
    Team team = team(application);
    Membership direct = membership(person, application, null);
    Membership inTeam = membership(person, application, team);
    membership(person, application, team(application, team.id()));
    membership(person, application(), null);
    membership(person(), application, team);

    assertThat(refused(occasion -> Decision.of(joined(person, application, null, occasion))))
        .isEqualTo(new Exists());
    assertThat(refused(occasion -> Decision.of(joined(person, application, team, occasion))))
        .isEqualTo(new Exists());
    for (Membership old : List.of(direct, inTeam)) {
      Membership deleted = committed(old::delete);
      Team same = old.teamId() == null ? null : team;
      membership(person, application, same);
      assertThat(refused(occasion -> Decision.of(deleted.undelete(NO_ROLES, occasion))))
          .isEqualTo(new Exists());
    }
  }

  @Test
  void findsThoseOfAnIdentityAnApplicationAndTeams() {
    Identity person = person();
    Application application = application();
    Team team = team(application);
    Team inner = team(application, team.id());
    Membership direct = membership(person, application, null);
    Membership inTeam = membership(person, application, team);
    Membership inInner = membership(person(), application, inner);
    Membership elsewhere = membership(person, application(), null);

    assertThat(answer(memberships().ofIdentity(person.id(), 10)))
        .containsExactlyInAnyOrder(direct, inTeam, elsewhere);
    assertThat(answer(memberships().ofApplication(application.id(), 10)))
        .containsExactlyInAnyOrder(direct, inTeam, inInner);
    assertThat(answer(memberships().ofTeams(List.of(team.id()), 10))).containsExactly(inTeam);
    assertThat(
            answer(
                memberships()
                    .ofTeams(List.of(team.id(), inner.id(), fixtures().teamId(), team.id()), 10)))
        .containsExactlyInAnyOrder(inTeam, inInner);
    assertThat(answer(memberships().ofTeams(List.of(), 10))).isEmpty();
  }

  @Test
  void readsNoMoreThanTheLimit() {
    Identity person = person();
    Application application = application();
    Team team = team(application);
    membership(person, application, null);
    membership(person, application, team);
    membership(person(), application, team);

    assertThat(answer(memberships().ofIdentity(person.id(), 1))).hasSize(1);
    assertThat(answer(memberships().ofIdentity(person.id(), 2))).hasSize(2);
    assertThat(answer(memberships().ofApplication(application.id(), 2))).hasSize(2);
    assertThat(answer(memberships().ofTeams(List.of(team.id()), 1))).hasSize(1);
  }

  @Test
  void restoresWhatWentWithWhatIsComingBack() {
    Identity person = person();
    Application application = application();
    Membership direct = membership(person, application, null);
    Membership inTeam = membership(person, application, team(application));
    committed(membership(person, application(), null)::delete);

    ChangeSetId deletion = deletedWith(person, direct, inTeam);

    assertThat(answer(memberships().restorable(deletion)).stream().map(Membership::id))
        .containsExactlyInAnyOrder(direct.id(), inTeam.id());
    assertThat(answer(memberships().restorable(fixtures().occasion().changeSet()))).isEmpty();
  }

  @Test
  void restoresNothingThatHasNoPlaceAnyMore() {
    Identity person = person();
    Application application = application();
    Application closed = application();
    Team team = team(application);
    Team dissolved = team(application);
    Membership inTeam = membership(person, application, team);
    Membership inClosed = membership(person, closed, null);
    Membership inDissolved = membership(person, application, dissolved);

    ChangeSetId deletion = deletedWith(person, inTeam, inClosed, inDissolved);
    deleted(closed);
    deleted(dissolved);

    assertThat(answer(memberships().restorable(deletion)).stream().map(Membership::id))
        .containsExactly(inTeam.id());
  }

  @Test
  void restoresNothingOfAnIdentityThatIsGone() {
    Identity person = person();
    Identity leaver = person();
    Application application = application();
    Team team = team(application);
    Membership one = membership(person, application, team);
    Membership two = membership(leaver, application, team);
    Team gone = decided(occasion -> team.delete(Dependents.of(List.of(one, two)), true, occasion));
    committed(leaver::delete);

    assertThat(answer(memberships().restorable(gone.deletion())).stream().map(Membership::id))
        .containsExactly(one.id());
  }

  @Test
  void restoresNothingTwice() {
    Membership deleted = committed(membership(person(), application(), null)::delete);
    ChangeSetId deletion = Objects.requireNonNull(deleted.lifecycle().deletion());

    assertThat(answer(memberships().restorable(deletion))).containsExactly(deleted);
    committed(occasion -> deleted.undelete(NO_ROLES, occasion));
    assertThat(answer(memberships().restorable(deletion))).isEmpty();
  }

  private ChangeSetId deletedWith(Identity person, Membership... belongs) {
    return decided(
            occasion ->
                Dependents.of(List.of(belongs)).deleteBefore(person.delete(occasion), occasion))
        .deletion();
  }

  private Memberships memberships() {
    return ports().memberships();
  }
}
