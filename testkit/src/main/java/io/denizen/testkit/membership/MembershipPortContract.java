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
import io.denizen.domain.membership.GrantableRoles;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.RoleUses;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.PortContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contracts of applications, teams and memberships build on. */
abstract class MembershipPortContract extends PortContract {

  static final Dependents NOTHING = new Dependents(List.of(), List.of(), List.of());
  static final GrantableRoles NO_ROLES = GrantableRoles.of(List.of());

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
    requireRoles(application.id(), roles);
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
        MembershipDetails.of(RoleSlugs.of(roles)),
        MembershipState.ACTIVE,
        occasion);
  }

  final Role role(ApplicationId application, String slug, String... includes) {
    return role(application, new Slug(slug), includes);
  }

  private Role role(ApplicationId application, Slug slug, String... includes) {
    List<Slug> included = Stream.of(includes).map(Slug::new).toList();
    List<Role> reachable = answer(ports().roles().reachable(application, included));
    return decided(
        occasion ->
            Role.create(
                fixtures().roleId(),
                application,
                slug,
                fixtures().roleDetails().withIncludes(included),
                reachable,
                occasion));
  }

  final Decision<Role> created(Application application, String slug, Occasion occasion) {
    return Role.create(
        fixtures().roleId(),
        application.id(),
        new Slug(slug),
        fixtures().roleDetails(),
        List.of(),
        occasion);
  }

  static List<Slug> slugs(String... slugs) {
    return Stream.of(slugs).map(Slug::new).toList();
  }

  final Role deleted(Role role) {
    RoleUses unused = new RoleUses(List.of(), List.of());
    return decided(occasion -> role.delete(unused, false, occasion));
  }

  /** Creates those that are not there yet. */
  private void requireRoles(ApplicationId application, String... roles) {
    List<Slug> slugs = new ArrayList<>(Stream.of(roles).map(Slug::new).toList());
    answer(ports().roles().bySlugs(application, slugs)).forEach(role -> slugs.remove(role.slug()));
    slugs.forEach(missing -> role(application, missing));
  }

  /** The membership with other roles, and otherwise as it was. */
  final Membership withRoles(Membership membership, String... roles) {
    requireRoles(membership.applicationId(), roles);
    return decided(occasion -> granted(membership, occasion, roles));
  }

  static Decision<Membership> granted(Membership membership, Occasion occasion, String... roles) {
    MembershipDetails details = membership.details().withRoles(RoleSlugs.of(roles));
    return membership.update(current -> details, occasion);
  }

  final Invitation invitation(Application application, @Nullable Team team) {
    return invitation(
        application, new InvitationDetails(idOf(team), fixtures().email(), RoleSlugs.NONE));
  }

  final Invitation invitation(Application application, InvitationDetails details) {
    return committed(occasion -> invited(application, details, occasion));
  }

  final Change<Invitation> invited(
      Application application, InvitationDetails details, Occasion occasion) {
    return Invitation.create(
        fixtures().invitationId(),
        application.id(),
        details,
        fixtures().invitationToken().hash(),
        occasion.time().plus(Invitation.USUAL),
        occasion);
  }

  static @Nullable TeamId idOf(@Nullable Team team) {
    return team == null ? null : team.id();
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
