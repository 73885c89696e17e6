package io.denizen.grpc.membership;

import io.denizen.application.membership.AccessCheck;
import io.denizen.application.membership.AccessDirectory;
import io.denizen.application.membership.ApplicationDirectory;
import io.denizen.application.membership.ApplicationLifecycle;
import io.denizen.application.membership.InvitationAcceptance;
import io.denizen.application.membership.InvitationDirectory;
import io.denizen.application.membership.InvitationLifecycle;
import io.denizen.application.membership.MembershipBatches;
import io.denizen.application.membership.MembershipDirectory;
import io.denizen.application.membership.MembershipLifecycle;
import io.denizen.application.membership.PointInTimeAccess;
import io.denizen.application.membership.RoleDirectory;
import io.denizen.application.membership.RoleLifecycle;
import io.denizen.application.membership.SystemRoleDirectory;
import io.denizen.application.membership.TeamDirectory;
import io.denizen.application.membership.TeamLifecycle;
import io.grpc.BindableService;
import java.util.List;

/** What the room offers to {@link io.denizen.grpc.GrpcEndpoints}: its use cases as services. */
public record MembershipEndpoints(
    ApplicationLifecycle applications,
    ApplicationDirectory applicationDirectory,
    TeamLifecycle teams,
    TeamDirectory teamDirectory,
    RoleLifecycle roles,
    RoleDirectory roleDirectory,
    SystemRoleDirectory systemRoles,
    MembershipLifecycle memberships,
    MembershipBatches membershipBatches,
    MembershipDirectory membershipDirectory,
    AccessCheck accessCheck,
    AccessDirectory accessDirectory,
    PointInTimeAccess pointInTimeAccess,
    InvitationLifecycle invitations,
    InvitationAcceptance invitationAcceptance,
    InvitationDirectory invitationDirectory) {

  public List<BindableService> services() {
    return List.of(
        new ApplicationGrpcService(applications, applicationDirectory),
        new TeamGrpcService(teams, teamDirectory),
        new RoleGrpcService(roles, roleDirectory, systemRoles),
        new MembershipGrpcService(memberships, membershipBatches, membershipDirectory),
        new AccessGrpcService(accessCheck, accessDirectory, pointInTimeAccess),
        new InvitationGrpcService(invitations, invitationAcceptance, invitationDirectory));
  }
}
