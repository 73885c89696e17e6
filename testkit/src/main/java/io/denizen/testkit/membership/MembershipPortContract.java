package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.PortContract;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the contracts of applications, teams and memberships build on. */
abstract class MembershipPortContract extends PortContract {

  static final Dependents NOTHING = new Dependents(List.of(), List.of());

  final Identity person() {
    return committed(
        occasion ->
            Identity.create(
                fixtures().identityId(), IdentityKind.PERSON, fixtures().details(), occasion));
  }

  final Application application() {
    return application(fixtures().applicationDetails());
  }

  final Application application(ApplicationDetails details) {
    return committed(occasion -> Application.create(fixtures().applicationId(), details, occasion));
  }

  final Team team(Application application) {
    return team(application, (TeamId) null);
  }

  final Team team(Application application, @Nullable TeamId parent) {
    return team(application, fixtures().teamDetails(parent));
  }

  final Team team(Application application, TeamDetails details) {
    return committed(
        occasion -> Team.create(fixtures().teamId(), application.id(), details, occasion));
  }

  final Membership membership(
      Identity identity, Application application, @Nullable Team team, String... roles) {
    return committed(occasion -> joined(identity, application, team, occasion, roles));
  }

  final Change<Membership> joined(
      Identity identity,
      Application application,
      @Nullable Team team,
      Occasion occasion,
      String... roles) {
    return Membership.create(
        fixtures().membershipId(),
        application.id(),
        identity.id(),
        team == null ? null : team.id(),
        MembershipDetails.of(roles.length == 0 ? RoleSlugs.of("member") : RoleSlugs.of(roles)),
        MembershipState.ACTIVE,
        occasion);
  }

  /** The membership with other roles, and otherwise as it was. */
  final Membership withRoles(Membership membership, String... roles) {
    return decided(
        occasion ->
            membership.update(
                current -> new MembershipDetails(RoleSlugs.of(roles), current.details().validity()),
                occasion));
  }

  final Application deleted(Application application) {
    return decided(occasion -> application.delete(NOTHING, false, occasion));
  }

  final Team deleted(Team team) {
    return decided(occasion -> team.delete(NOTHING, false, occasion));
  }

  /** The team inside another one, or at the top level. */
  final Team moved(Team team, @Nullable Team parent) {
    return decided(
        occasion ->
            team.update(
                team.details().withParent(parent == null ? null : parent.id()),
                parent == null ? List.of() : List.of(parent),
                occasion));
  }

  /** Commits a decision and gives back its outcome. */
  final <A extends Audited> A decided(Function<Occasion, Decision<A>> decide) {
    Occasion occasion = fixtures().occasion();
    Decision<A> decision = decide.apply(occasion);
    answer(commit(decision, occasion));
    return decision.outcome();
  }

  final Failure refused(Function<Occasion, Decision<?>> decide) {
    Occasion occasion = fixtures().occasion();
    return refusal(commit(decide.apply(occasion), occasion));
  }

  final CompletionStage<Void> commit(Decision<?> decision, Occasion occasion) {
    return ports().journal().commit(ChangeSet.of(occasion, fixtures().caller(), null, decision));
  }
}
