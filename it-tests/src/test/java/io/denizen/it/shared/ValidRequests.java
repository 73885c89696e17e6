package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.denizen.audit.v1.GetAuditEventRequest;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.credential.v1.ConfirmVerificationTokenRequest;
import io.denizen.credential.v1.DeletePasswordRequest;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.IssueVerificationTokenRequest;
import io.denizen.credential.v1.Purpose;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.identity.v1.ActivateIdentityRequest;
import io.denizen.identity.v1.BatchGetIdentitiesRequest;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.GetExternalLoginRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.ListExternalLoginsRequest;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.Preferences;
import io.denizen.identity.v1.Profile;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UnlinkExternalLoginRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.identity.v1.UpdatePreferencesRequest;
import io.denizen.identity.v1.UpdateProfileRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.Some;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateApplicationRequest;
import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.GetApplicationRequest;
import io.denizen.membership.v1.GetMembershipRequest;
import io.denizen.membership.v1.GetTeamRequest;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteApplicationRequest;
import io.denizen.membership.v1.UndeleteMembershipRequest;
import io.denizen.membership.v1.UndeleteTeamRequest;
import io.denizen.membership.v1.UpdateApplicationRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.membership.v1.UpdateTeamRequest;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.ForgetDeviceRequest;
import io.denizen.session.v1.GetSessionRequest;
import io.denizen.session.v1.ListDevicesRequest;
import io.denizen.session.v1.ListSessionsRequest;
import io.denizen.session.v1.RefreshSessionRequest;
import io.denizen.session.v1.RevokeAllSessionsRequest;
import io.denizen.session.v1.RevokeSessionRequest;
import io.denizen.session.v1.VerifySessionRequest;
import io.grpc.MethodDescriptor;

/**
 * A request for every method that succeeds once; what it is about is made for it. A method that is
 * missing here fails the tests that go through all methods, so that none is left out.
 */
record ValidRequests(Caller caller) {

  Message of(MethodDescriptor<?, ?> method) {
    String name = String.valueOf(method.getBareMethodName());
    return switch (String.valueOf(method.getServiceName())) {
      case "denizen.identity.v1.IdentityService" -> identity(name);
      case "denizen.identity.v1.ExternalLoginService" -> externalLogin(name);
      case "denizen.identity.v1.ProfileService" -> profile(name);
      case "denizen.identity.v1.PreferencesService" -> preferences(name);
      case "denizen.membership.v1.ApplicationService" -> application(name);
      case "denizen.membership.v1.TeamService" -> team(name);
      case "denizen.membership.v1.MembershipService" -> membership(name);
      case "denizen.session.v1.SessionService" -> session(name);
      case "denizen.credential.v1.CredentialService" -> credential(name);
      case "denizen.audit.v1.AuditService" -> audit(name);
      default -> throw nobodySaid(method.getFullMethodName());
    };
  }

  private Message identity(String method) {
    Identity identity = Some.person(caller);
    String name = identity.getName();
    DeleteIdentityRequest deletion = DeleteIdentityRequest.newBuilder().setName(name).build();
    return switch (method) {
      case "CreateIdentity" ->
          CreateIdentityRequest.newBuilder().setIdentity(Some.person()).build();
      case "GetIdentity" -> GetIdentityRequest.newBuilder().setName(name).build();
      case "BatchGetIdentities" -> BatchGetIdentitiesRequest.newBuilder().addNames(name).build();
      case "LookupIdentity" ->
          LookupIdentityRequest.newBuilder().setEmail(identity.getEmail()).build();
      case "ListIdentities" -> ListIdentitiesRequest.getDefaultInstance();
      case "UpdateIdentity" ->
          UpdateIdentityRequest.newBuilder()
              .setIdentity(identity.toBuilder().setDisplayName("Other"))
              .build();
      case "SuspendIdentity" -> SuspendIdentityRequest.newBuilder().setName(name).build();
      case "ActivateIdentity" -> {
        caller
            .identities()
            .suspendIdentity(SuspendIdentityRequest.newBuilder().setName(name).build());
        yield ActivateIdentityRequest.newBuilder().setName(name).build();
      }
      case "DeleteIdentity" -> deletion;
      case "UndeleteIdentity" -> {
        caller.identities().deleteIdentity(deletion);
        yield UndeleteIdentityRequest.newBuilder().setName(name).build();
      }
      default -> throw nobodySaid(method);
    };
  }

  private Message externalLogin(String method) {
    Identity identity = Some.person(caller);
    ExternalLogin login = Some.externalLogin(caller, identity);
    return switch (method) {
      case "LinkExternalLogin" -> Some.linking(identity);
      case "UnlinkExternalLogin" ->
          UnlinkExternalLoginRequest.newBuilder().setName(login.getName()).build();
      case "GetExternalLogin" ->
          GetExternalLoginRequest.newBuilder().setName(login.getName()).build();
      case "ListExternalLogins" ->
          ListExternalLoginsRequest.newBuilder().setParent(identity.getName()).build();
      default -> throw nobodySaid(method);
    };
  }

  private Message profile(String method) {
    String name = Some.person(caller).getName() + "/profile";
    return switch (method) {
      case "GetProfile" -> GetProfileRequest.newBuilder().setName(name).build();
      case "UpdateProfile" ->
          UpdateProfileRequest.newBuilder()
              .setProfile(Profile.newBuilder().setName(name).setNickname("Ada"))
              .build();
      default -> throw nobodySaid(method);
    };
  }

  private Message preferences(String method) {
    String name = Some.person(caller).getName() + "/preferences";
    return switch (method) {
      case "GetPreferences" -> GetPreferencesRequest.newBuilder().setName(name).build();
      case "UpdatePreferences" ->
          UpdatePreferencesRequest.newBuilder()
              .setPreferences(Preferences.newBuilder().setName(name))
              .build();
      default -> throw nobodySaid(method);
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
      default -> throw nobodySaid(method);
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
      default -> throw nobodySaid(method);
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
              .setMembership(membership.toBuilder().addRoles("admin"))
              .build();
      case "DeleteMembership" -> deletion;
      case "UndeleteMembership" -> {
        caller.memberships().deleteMembership(deletion);
        yield UndeleteMembershipRequest.newBuilder().setName(name).build();
      }
      default -> throw nobodySaid(method);
    };
  }

  private Message session(String method) {
    Identity identity = Some.person(caller);
    CreateSessionResponse granted = Some.session(caller, identity);
    String name = granted.getSession().getName();
    String token = granted.getRefreshToken();
    return switch (method) {
      case "CreateSession" -> Some.signingIn(identity).build();
      case "GetSession" -> GetSessionRequest.newBuilder().setName(name).build();
      case "ListSessions" -> ListSessionsRequest.newBuilder().setParent(identity.getName()).build();
      case "RefreshSession" -> RefreshSessionRequest.newBuilder().setRefreshToken(token).build();
      case "VerifySession" -> VerifySessionRequest.newBuilder().setRefreshToken(token).build();
      case "RevokeSession" -> RevokeSessionRequest.newBuilder().setName(name).build();
      case "RevokeAllSessions" ->
          RevokeAllSessionsRequest.newBuilder().setParent(identity.getName()).build();
      case "ListDevices" -> ListDevicesRequest.newBuilder().setParent(identity.getName()).build();
      case "ForgetDevice" ->
          ForgetDeviceRequest.newBuilder().setName(granted.getSession().getDevice()).build();
      default -> throw nobodySaid(method);
    };
  }

  private Message credential(String method) {
    String identity = Some.person(caller).getName();
    SetPasswordRequest set =
        SetPasswordRequest.newBuilder()
            .setIdentity(identity)
            .setPassword("correct horse battery staple")
            .build();
    return switch (method) {
      case "SetPassword" -> set;
      case "VerifyPassword" -> {
        caller.credentials().setPassword(set);
        yield VerifyPasswordRequest.newBuilder()
            .setIdentity(identity)
            .setPassword(set.getPassword())
            .build();
      }
      case "ImportPasswordHash" ->
          ImportPasswordHashRequest.newBuilder()
              .setIdentity(identity)
              .setHash("$2y$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS")
              .build();
      case "DeletePassword" -> {
        caller.credentials().setPassword(set);
        yield DeletePasswordRequest.newBuilder().setIdentity(identity).build();
      }
      case "IssueVerificationToken" -> issuing(identity);
      case "ConfirmVerificationToken" ->
          ConfirmVerificationTokenRequest.newBuilder()
              .setToken(caller.credentials().issueVerificationToken(issuing(identity)).getToken())
              .build();
      default -> throw nobodySaid(method);
    };
  }

  private static IssueVerificationTokenRequest issuing(String identity) {
    return IssueVerificationTokenRequest.newBuilder()
        .setIdentity(identity)
        .setPurpose(Purpose.PURPOSE_EMAIL)
        .build();
  }

  private Message audit(String method) {
    RecordAuditEventsRequest.Builder payment = RecordAuditEventsRequest.newBuilder();
    payment.addAuditEventsBuilder().setAction("payment.created").setResource("payments/1");
    return switch (method) {
      case "GetAuditEvent" ->
          GetAuditEventRequest.newBuilder()
              .setName(
                  caller.audit().recordAuditEvents(payment.build()).getAuditEvents(0).getName())
              .build();
      case "ListAuditEvents" -> ListAuditEventsRequest.getDefaultInstance();
      case "RecordAuditEvents" -> payment.build();
      default -> throw nobodySaid(method);
    };
  }

  private static AssertionError nobodySaid(String method) {
    return new AssertionError("nobody has said how to succeed with " + method);
  }
}
