package io.denizen.application.shared;

import static io.denizen.testkit.shared.Answers.answer;

import io.denizen.application.audit.AuditTrail;
import io.denizen.application.identity.ExternalLoginDirectory;
import io.denizen.application.identity.ExternalLoginLinks;
import io.denizen.application.identity.IdentityDirectory;
import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.identity.IdentityPreferences;
import io.denizen.application.identity.IdentityProfile;
import io.denizen.application.identity.RoleAssignmentDirectory;
import io.denizen.application.identity.RoleAssignmentLifecycle;
import io.denizen.application.membership.ApplicationDirectory;
import io.denizen.application.membership.ApplicationLifecycle;
import io.denizen.application.membership.InvitationAcceptance;
import io.denizen.application.membership.InvitationDirectory;
import io.denizen.application.membership.InvitationLifecycle;
import io.denizen.application.membership.MembershipBatches;
import io.denizen.application.membership.MembershipDirectory;
import io.denizen.application.membership.MembershipLifecycle;
import io.denizen.application.membership.NewMembership;
import io.denizen.application.membership.RoleDirectory;
import io.denizen.application.membership.RoleLifecycle;
import io.denizen.application.membership.SystemRoleDirectory;
import io.denizen.application.membership.TeamDirectory;
import io.denizen.application.membership.TeamLifecycle;
import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Fixtures;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All use cases over one store in memory, and a caller who uses them. */
public final class House {

  public final InMemoryDenizen store = new InMemoryDenizen();
  public final Fixtures fixtures = new Fixtures(store.ids());
  public final Caller caller = fixtures.caller();
  public final Submission submission = Submission.by(caller);

  public final Watch watch = new Watch();

  public final Changes changes = changesTo(store.journal());

  public final IdentityLifecycle identities =
      new IdentityLifecycle(
          store.identities(),
          store.memberships(),
          store.roles(),
          store.owners(),
          store.ports().identityParts(),
          store.sessions(),
          changes,
          store.ids());
  public final ExternalLoginLinks externalLogins =
      new ExternalLoginLinks(store.identities(), store.externalLogins(), changes, store.ids());
  public final ApplicationLifecycle applications =
      new ApplicationLifecycle(
          store.applications(),
          store.teams(),
          store.roles(),
          store.memberships(),
          store.invitations(),
          changes,
          store.ids());
  public final TeamLifecycle teams =
      new TeamLifecycle(
          store.applications(),
          store.teams(),
          store.roles(),
          store.memberships(),
          store.invitations(),
          changes,
          store.ids());
  public final MembershipLifecycle memberships =
      new MembershipLifecycle(
          store.identities(),
          store.applications(),
          store.teams(),
          store.roles(),
          store.memberships(),
          store.owners(),
          changes,
          store.ids());
  public final MembershipBatches membershipBatches =
      new MembershipBatches(
          store.identities(),
          store.applications(),
          store.teams(),
          store.roles(),
          store.memberships(),
          store.owners(),
          changes,
          store.ids());
  public final RoleLifecycle roles =
      new RoleLifecycle(
          store.applications(),
          store.roles(),
          store.memberships(),
          store.owners(),
          changes,
          store.ids());
  public final RoleDirectory roleDirectory = new RoleDirectory(store.applications(), store.roles());
  public final RoleAssignmentLifecycle roleAssignments =
      new RoleAssignmentLifecycle(
          store.identities(), store.roleAssignments(), changes, store.ids());
  public final RoleAssignmentDirectory roleAssignmentDirectory =
      new RoleAssignmentDirectory(store.identities(), store.roleAssignments());
  public final SystemRoleDirectory systemRoleDirectory =
      new SystemRoleDirectory(store.systemRoles());
  public final InvitationLifecycle invitations =
      new InvitationLifecycle(
          store.applications(),
          store.teams(),
          store.roles(),
          store.invitations(),
          kind -> fixtures.invitationToken(),
          changes,
          store.ids());
  public final InvitationAcceptance acceptance =
      new InvitationAcceptance(
          store.identities(),
          store.roles(),
          store.memberships(),
          store.invitations(),
          changes,
          store.ids());
  public final InvitationDirectory invitationDirectory =
      new InvitationDirectory(store.applications(), store.invitations());
  public final IdentityDirectory identityDirectory =
      new IdentityDirectory(store.identities(), store.externalLogins());
  public final ExternalLoginDirectory externalLoginDirectory =
      new ExternalLoginDirectory(store.identities(), store.externalLogins());
  public final IdentityProfile profiles =
      new IdentityProfile(store.identities(), store.profiles(), changes, store.ids());
  public final IdentityPreferences preferences =
      new IdentityPreferences(store.identities(), store.preferences(), changes, store.ids());
  public final ApplicationDirectory applicationDirectory =
      new ApplicationDirectory(store.applications());
  public final TeamDirectory teamDirectory = new TeamDirectory(store.applications(), store.teams());
  public final MembershipDirectory membershipDirectory =
      new MembershipDirectory(store.applications(), store.memberships());
  public final AuditTrail auditTrail = new AuditTrail(store.auditEvents(), changes, store.ids());

  public Identity person() {
    return answer(identities.create(submission, IdentityKind.PERSON, fixtures.details()));
  }

  public ApplicationDetails applicationDetails() {
    return new ApplicationDetails(
        fixtures.slug(), fixtures.displayName(), new Description("A context"));
  }

  public Application application() {
    return answer(applications.create(submission, applicationDetails()));
  }

  /** What may be said about a new team. */
  public TeamDetails teamDetails(@Nullable Team parent) {
    return new TeamDetails(
        parent == null ? null : parent.id(),
        fixtures.slug(),
        fixtures.displayName(),
        new Description(""));
  }

  /** What commits to another journal than that of the store. */
  public Changes changesTo(Journal journal) {
    return new Changes(journal, store.requests(), store.auditEvents(), store.ids(), watch);
  }

  public Team team(Application application, @Nullable Team parent) {
    return answer(teams.create(submission, application.id(), teamDetails(parent)));
  }

  /** A role that includes others. */
  public Role role(Application application, String slug, String... includes) {
    RoleDetails details =
        fixtures.roleDetails().withIncludes(Stream.of(includes).map(Slug::new).toList());
    return answer(roles.create(submission, application.id(), new Slug(slug), details));
  }

  public Membership membership(
      Identity identity, Application application, @Nullable Team team, String... roles) {
    return answer(
        memberships.create(
            submission,
            application.id(),
            new NewMembership(
                identity.id(),
                team == null ? null : team.id(),
                now -> MembershipDetails.of(RoleSlugs.of(roles)),
                MembershipState.ACTIVE)));
  }

  /** What was done to the resource, oldest first. */
  public List<AuditEvent> eventsOf(Audited resource) {
    return eventsOf(resource.name());
  }

  private List<AuditEvent> eventsOf(ResourceName resource) {
    AuditEventQuery query = new AuditEventQuery(resource, null, null, null, null, null, false);
    return answer(auditTrail.list(caller, query, PageRequest.first(PageRequest.MAX_SIZE))).items();
  }

  /** The last parts of what was done to the resource, such as {@code created}; oldest first. */
  public List<String> historyOf(Audited resource) {
    return historyOf(resource.name());
  }

  /** The same of what may never have been there. */
  public List<String> historyOf(ResourceName resource) {
    return eventsOf(resource).stream()
        .map(AuditEvent::action)
        .map(Action::value)
        .map(action -> action.substring(action.indexOf('.') + 1))
        .toList();
  }
}
