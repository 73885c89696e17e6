package io.denizen.it.shared;

import com.google.protobuf.Message;
import com.google.protobuf.util.Timestamps;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.Some;
import io.denizen.membership.v1.AcceptInvitationRequest;
import io.denizen.membership.v1.AccessServiceListApplicationsRequest;
import io.denizen.membership.v1.ActivateMembershipRequest;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.BatchCheckAccessRequest;
import io.denizen.membership.v1.BatchCreateMembershipsRequest;
import io.denizen.membership.v1.BatchDeleteMembershipsRequest;
import io.denizen.membership.v1.CheckAccessRequest;
import io.denizen.membership.v1.CreateApplicationRequest;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateInvitationResponse;
import io.denizen.membership.v1.CreateRoleRequest;
import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.DeleteRoleRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.GetApplicationRequest;
import io.denizen.membership.v1.GetInvitationRequest;
import io.denizen.membership.v1.GetMembershipRequest;
import io.denizen.membership.v1.GetRoleRequest;
import io.denizen.membership.v1.GetTeamRequest;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.ListInvitationsRequest;
import io.denizen.membership.v1.ListMembersWithAccessRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.ListPermissionsRequest;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.ResendInvitationRequest;
import io.denizen.membership.v1.RevokeInvitationRequest;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.SuspendMembershipRequest;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteApplicationRequest;
import io.denizen.membership.v1.UndeleteMembershipRequest;
import io.denizen.membership.v1.UndeleteRoleRequest;
import io.denizen.membership.v1.UndeleteTeamRequest;
import io.denizen.membership.v1.UpdateApplicationRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.membership.v1.UpdateRoleRequest;
import io.denizen.membership.v1.UpdateTeamRequest;

/** Requests that succeed about who belongs where. */
record MembershipRequests(Caller caller) {

  Message of(String service, String method) {
    return switch (service) {
      case "denizen.membership.v1.ApplicationService" -> application(method);
      case "denizen.membership.v1.TeamService" -> team(method);
      case "denizen.membership.v1.RoleService" -> role(method);
      case "denizen.membership.v1.MembershipService" -> membership(method);
      case "denizen.membership.v1.AccessService" -> access(method);
      case "denizen.membership.v1.InvitationService" -> invitation(method);
      default -> throw ValidRequests.nobodySaid(service);
    };
  }

  private Message access(String method) {
    String identity = Some.person(caller).getName();
    String scope = Some.application(caller).getName();
    CheckAccessRequest question =
        CheckAccessRequest.newBuilder()
            .setIdentity(identity)
            .setScope(scope)
            .setPermission("invoice.read")
            .build();
    return switch (method) {
      case "CheckAccess" -> question;
      case "BatchCheckAccess" -> BatchCheckAccessRequest.newBuilder().addRequests(question).build();
      case "ListPermissions" ->
          ListPermissionsRequest.newBuilder()
              .setIdentity(identity)
              .setScope(scope)
              .setReadTime(Timestamps.fromMillis(0))
              .build();
      case "ListApplications" ->
          AccessServiceListApplicationsRequest.newBuilder().setIdentity(identity).build();
      case "ListMembersWithAccess" ->
          ListMembersWithAccessRequest.newBuilder()
              .setScope(scope)
              .setPermission("invoice.read")
              .build();
      default -> throw ValidRequests.nobodySaid(method);
    };
  }

  private Message application(String method) {
    Application application = Some.application(caller);
    String name = application.getName();
    DeleteApplicationRequest deletion = DeleteApplicationRequest.newBuilder().setName(name).build();
    return switch (method) {
      case "CreateApplication" ->
          CreateApplicationRequest.newBuilder().setApplication(Some.application()).build();
      case "GetApplication" -> GetApplicationRequest.newBuilder().setName(name).build();
      case "ListApplications" -> ListApplicationsRequest.getDefaultInstance();
      case "UpdateApplication" ->
          UpdateApplicationRequest.newBuilder()
              .setApplication(application.toBuilder().setDescription("Other"))
              .build();
      case "DeleteApplication" -> deletion;
      case "UndeleteApplication" -> {
        caller.applications().deleteApplication(deletion);
        yield UndeleteApplicationRequest.newBuilder().setName(name).build();
      }
      default -> throw ValidRequests.nobodySaid(method);
    };
  }

  private Message team(String method) {
    Application application = Some.application(caller);
    Team team = Some.team(caller, application, "");
    String name = team.getName();
    DeleteTeamRequest deletion = DeleteTeamRequest.newBuilder().setName(name).build();
    return switch (method) {
      case "CreateTeam" ->
          CreateTeamRequest.newBuilder()
              .setParent(application.getName())
              .setTeam(Some.team())
              .build();
      case "GetTeam" -> GetTeamRequest.newBuilder().setName(name).build();
      case "ListTeams" -> ListTeamsRequest.newBuilder().setParent(application.getName()).build();
      case "UpdateTeam" ->
          UpdateTeamRequest.newBuilder().setTeam(team.toBuilder().setDescription("Other")).build();
      case "DeleteTeam" -> deletion;
      case "UndeleteTeam" -> {
        caller.teams().deleteTeam(deletion);
        yield UndeleteTeamRequest.newBuilder().setName(name).build();
      }
      default -> throw ValidRequests.nobodySaid(method);
    };
  }

  private Message role(String method) {
    Application application = Some.application(caller);
    Role role = Some.role(caller, application);
    String name = role.getName();
    DeleteRoleRequest deletion = DeleteRoleRequest.newBuilder().setName(name).build();
    return switch (method) {
      case "CreateRole" ->
          CreateRoleRequest.newBuilder()
              .setParent(application.getName())
              .setRole(Some.role().addIncludes(role.getSlug()))
              .build();
      case "GetRole" -> GetRoleRequest.newBuilder().setName(name).build();
      case "ListRoles" -> ListRolesRequest.newBuilder().setParent(application.getName()).build();
      case "UpdateRole" ->
          UpdateRoleRequest.newBuilder()
              .setRole(role.toBuilder().addPermissions("engine.*"))
              .build();
      case "DeleteRole" -> deletion;
      case "UndeleteRole" -> {
        caller.roles().deleteRole(deletion);
        yield UndeleteRoleRequest.newBuilder().setName(name).build();
      }
      default -> throw ValidRequests.nobodySaid(method);
    };
  }

  private Message membership(String method) {
    Application application = Some.application(caller);
    Membership membership = Some.membership(caller, application, Some.person(caller), "");
    String name = membership.getName();
    DeleteMembershipRequest deletion = DeleteMembershipRequest.newBuilder().setName(name).build();
    return switch (method) {
      case "CreateMembership" -> Some.joining(application, Some.person(caller), "");
      case "GetMembership" -> GetMembershipRequest.newBuilder().setName(name).build();
      case "ListMemberships" ->
          ListMembershipsRequest.newBuilder().setParent(application.getName()).build();
      case "UpdateMembership" ->
          UpdateMembershipRequest.newBuilder()
              .setMembership(
                  membership.toBuilder().addRoles(Some.role(caller, application).getSlug()))
              .build();
      case "SuspendMembership" -> SuspendMembershipRequest.newBuilder().setName(name).build();
      case "ActivateMembership" -> {
        caller
            .memberships()
            .suspendMembership(SuspendMembershipRequest.newBuilder().setName(name).build());
        yield ActivateMembershipRequest.newBuilder().setName(name).build();
      }
      case "BatchCreateMemberships" ->
          BatchCreateMembershipsRequest.newBuilder()
              .setParent(application.getName())
              .addRequests(Some.joining(application, Some.person(caller), ""))
              .build();
      case "BatchDeleteMemberships" ->
          BatchDeleteMembershipsRequest.newBuilder()
              .setParent(application.getName())
              .addRequests(deletion)
              .build();
      case "DeleteMembership" -> deletion;
      case "UndeleteMembership" -> {
        caller.memberships().deleteMembership(deletion);
        yield UndeleteMembershipRequest.newBuilder().setName(name).build();
      }
      default -> throw ValidRequests.nobodySaid(method);
    };
  }

  private Message invitation(String method) {
    Application application = Some.application(caller);
    CreateInvitationRequest creation = Some.inviting(application, "");
    CreateInvitationResponse created = caller.invitations().createInvitation(creation);
    String name = created.getInvitation().getName();
    return switch (method) {
      case "CreateInvitation" -> Some.inviting(application, "");
      case "GetInvitation" -> GetInvitationRequest.newBuilder().setName(name).build();
      case "ListInvitations" ->
          ListInvitationsRequest.newBuilder().setParent(application.getName()).build();
      case "ResendInvitation" -> ResendInvitationRequest.newBuilder().setName(name).build();
      case "RevokeInvitation" -> RevokeInvitationRequest.newBuilder().setName(name).build();
      case "AcceptInvitation" ->
          AcceptInvitationRequest.newBuilder()
              .setToken(created.getToken())
              .setIdentity(Some.person(caller).getName())
              .build();
      default -> throw ValidRequests.nobodySaid(method);
    };
  }
}
