package io.denizen.it.harness;

import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.CreateRoleAssignmentRequest;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LinkExternalLoginRequest;
import io.denizen.identity.v1.RoleAssignment;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateApplicationRequest;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.CreateRoleRequest;
import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.Invitation;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.Team;
import io.denizen.session.v1.CreateSessionRequest;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.Device;
import io.denizen.session.v1.Session;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Resources that nobody else has: each call makes new handles. */
public final class Some {
  private static final AtomicInteger MADE = new AtomicInteger();

  private Some() {}

  /** A word that fits into every handle and was not used before in this run. */
  public static String handle() {
    return "it-" + MADE.incrementAndGet();
  }

  public static String email() {
    return handle() + "@example.org";
  }

  public static String requestId() {
    return UUID.randomUUID().toString();
  }

  /** A person as one would create it. */
  public static Identity.Builder person() {
    return Identity.newBuilder().setEmail(email()).setDisplayName("Ada Lovelace");
  }

  public static Application.Builder application() {
    return Application.newBuilder().setSlug(handle()).setDisplayName("Analytical Engine");
  }

  public static Role.Builder role() {
    return Role.newBuilder().setSlug(handle()).setDisplayName("Analyst");
  }

  /** Lets the caller create a role of the application that includes others, given by slugs. */
  public static Role role(Caller caller, Application application, String... includes) {
    return caller
        .roles()
        .createRole(
            CreateRoleRequest.newBuilder()
                .setParent(application.getName())
                .setRole(role().addAllIncludes(List.of(includes)))
                .build());
  }

  public static Team.Builder team() {
    return Team.newBuilder().setSlug(handle()).setDisplayName("Mill");
  }

  /** Lets the caller create a person. */
  public static Identity person(Caller caller) {
    return caller
        .identities()
        .createIdentity(CreateIdentityRequest.newBuilder().setIdentity(person()).build());
  }

  /** Lets the caller make a person an administrator. */
  public static RoleAssignment roleAssignment(Caller caller, Identity identity) {
    return caller
        .identityRoles()
        .createRoleAssignment(
            CreateRoleAssignmentRequest.newBuilder()
                .setParent(identity.getName())
                .setRoleAssignment(RoleAssignment.newBuilder().setRole("roles/admin"))
                .build());
  }

  /** Lets the caller link a person to an account that nobody else has. */
  public static ExternalLogin externalLogin(Caller caller, Identity identity) {
    return caller.externalLogins().linkExternalLogin(linking(identity));
  }

  /** What {@link #externalLogin} sends. */
  public static LinkExternalLoginRequest linking(Identity identity) {
    return LinkExternalLoginRequest.newBuilder()
        .setParent(identity.getName())
        .setExternalLogin(
            ExternalLogin.newBuilder()
                .setProvider("example")
                .setSubject(handle())
                .setEmail(identity.getEmail())
                .setDisplayName("Ada"))
        .build();
  }

  /** Lets the caller sign a person in, from a device that nobody else has. */
  public static CreateSessionResponse session(Caller caller, Identity identity) {
    return caller.sessions().createSession(signingIn(identity).build());
  }

  /** What {@link #session} sends. */
  public static CreateSessionRequest.Builder signingIn(Identity identity) {
    return CreateSessionRequest.newBuilder()
        .setParent(identity.getName())
        .setSession(Session.newBuilder().setIpAddress("192.0.2.7").setUserAgent("Browser/1.0"))
        .setDevice(Device.newBuilder().setDeviceId(handle()).setDisplayName("Ada's telephone"));
  }

  public static Application application(Caller caller) {
    return caller
        .applications()
        .createApplication(
            CreateApplicationRequest.newBuilder().setApplication(application()).build());
  }

  /**
   * Lets the caller create a team.
   *
   * @param parent the name of the team that it is inside, or empty
   */
  public static Team team(Caller caller, Application application, String parent) {
    return caller
        .teams()
        .createTeam(
            CreateTeamRequest.newBuilder()
                .setParent(application.getName())
                .setTeam(team().setParentTeam(parent))
                .build());
  }

  /**
   * Lets the caller create a membership.
   *
   * @param team the name of the team it is in, or empty for the application itself
   */
  public static Membership membership(
      Caller caller, Application application, Identity identity, String team) {
    return caller.memberships().createMembership(joining(application, identity, team));
  }

  /**
   * What invites somebody new.
   *
   * @param team the name of the team it is to, or empty for the application itself
   */
  public static CreateInvitationRequest inviting(Application application, String team) {
    return CreateInvitationRequest.newBuilder()
        .setParent(application.getName())
        .setInvitation(Invitation.newBuilder().setEmail(person().getEmail()).setTeam(team))
        .build();
  }

  /** What {@link #membership} sends. */
  public static CreateMembershipRequest joining(
      Application application, Identity identity, String team) {
    return CreateMembershipRequest.newBuilder()
        .setParent(application.getName())
        .setMembership(Membership.newBuilder().setIdentity(identity.getName()).setTeam(team))
        .build();
  }
}
