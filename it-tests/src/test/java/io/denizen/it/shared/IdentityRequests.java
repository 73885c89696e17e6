package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.denizen.identity.v1.ActivateIdentityRequest;
import io.denizen.identity.v1.BatchGetIdentitiesRequest;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.CreateRoleAssignmentRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.DeleteRoleAssignmentRequest;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.GetExternalLoginRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.GetRoleAssignmentRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.ListExternalLoginsRequest;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListRoleAssignmentsRequest;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.Preferences;
import io.denizen.identity.v1.Profile;
import io.denizen.identity.v1.RoleAssignment;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UnlinkExternalLoginRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.identity.v1.UpdatePreferencesRequest;
import io.denizen.identity.v1.UpdateProfileRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.Some;

/** Requests that succeed about identities and what they have. */
record IdentityRequests(Caller caller) {

  Message of(String service, String method) {
    return switch (service) {
      case "denizen.identity.v1.IdentityService" -> identity(method);
      case "denizen.identity.v1.ExternalLoginService" -> externalLogin(method);
      case "denizen.identity.v1.ProfileService" -> profile(method);
      case "denizen.identity.v1.PreferencesService" -> preferences(method);
      case "denizen.identity.v1.IdentityRoleService" -> roleAssignment(method);
      default -> throw ValidRequests.nobodySaid(service);
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
      default -> throw ValidRequests.nobodySaid(method);
    };
  }

  private Message roleAssignment(String method) {
    Identity identity = Some.person(caller);
    String name = Some.roleAssignment(caller, identity).getName();
    return switch (method) {
      case "CreateRoleAssignment" ->
          CreateRoleAssignmentRequest.newBuilder()
              .setParent(identity.getName())
              .setRoleAssignment(RoleAssignment.newBuilder().setRole("roles/trusted-contact"))
              .build();
      case "GetRoleAssignment" -> GetRoleAssignmentRequest.newBuilder().setName(name).build();
      case "ListRoleAssignments" ->
          ListRoleAssignmentsRequest.newBuilder().setParent(identity.getName()).build();
      case "DeleteRoleAssignment" -> DeleteRoleAssignmentRequest.newBuilder().setName(name).build();
      default -> throw ValidRequests.nobodySaid(method);
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
      default -> throw ValidRequests.nobodySaid(method);
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
      default -> throw ValidRequests.nobodySaid(method);
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
      default -> throw ValidRequests.nobodySaid(method);
    };
  }
}
