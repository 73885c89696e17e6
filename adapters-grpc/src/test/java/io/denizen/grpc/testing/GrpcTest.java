package io.denizen.grpc.testing;

import io.denizen.credential.v1.CredentialServiceGrpc;
import io.denizen.credential.v1.CredentialServiceGrpc.CredentialServiceBlockingStub;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.ExternalLoginServiceGrpc;
import io.denizen.identity.v1.ExternalLoginServiceGrpc.ExternalLoginServiceBlockingStub;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceBlockingStub;
import io.denizen.identity.v1.LinkExternalLoginRequest;
import io.denizen.identity.v1.PreferencesServiceGrpc;
import io.denizen.identity.v1.PreferencesServiceGrpc.PreferencesServiceBlockingStub;
import io.denizen.identity.v1.ProfileServiceGrpc;
import io.denizen.identity.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.ApplicationServiceGrpc;
import io.denizen.membership.v1.ApplicationServiceGrpc.ApplicationServiceBlockingStub;
import io.denizen.membership.v1.CreateApplicationRequest;
import io.denizen.membership.v1.CreateInvitationRequest;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.CreateRoleRequest;
import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.Invitation;
import io.denizen.membership.v1.InvitationServiceGrpc;
import io.denizen.membership.v1.InvitationServiceGrpc.InvitationServiceBlockingStub;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.MembershipServiceGrpc;
import io.denizen.membership.v1.MembershipServiceGrpc.MembershipServiceBlockingStub;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.RoleServiceGrpc;
import io.denizen.membership.v1.RoleServiceGrpc.RoleServiceBlockingStub;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.TeamServiceGrpc;
import io.denizen.membership.v1.TeamServiceGrpc.TeamServiceBlockingStub;
import io.denizen.session.v1.CreateSessionRequest;
import io.denizen.session.v1.CreateSessionResponse;
import io.denizen.session.v1.Device;
import io.denizen.session.v1.Session;
import io.denizen.session.v1.SessionServiceGrpc;
import io.denizen.session.v1.SessionServiceGrpc.SessionServiceBlockingStub;
import io.denizen.testkit.shared.Fixtures;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A test of its own empty Denizen. */
public abstract class GrpcTest {

  /** A well-formed id that nothing has. */
  protected static final String NOBODY = "0199f000-0000-7000-8000-000000000000";

  protected final InProcessDenizen denizen = new InProcessDenizen();
  protected final Fixtures fixtures = new Fixtures(denizen.store().ids());
  protected final IdentityServiceBlockingStub identities =
      IdentityServiceGrpc.newBlockingStub(denizen.channel());
  protected final ExternalLoginServiceBlockingStub externalLogins =
      ExternalLoginServiceGrpc.newBlockingStub(denizen.channel());
  protected final ProfileServiceBlockingStub profiles =
      ProfileServiceGrpc.newBlockingStub(denizen.channel());
  protected final PreferencesServiceBlockingStub preferences =
      PreferencesServiceGrpc.newBlockingStub(denizen.channel());
  protected final ApplicationServiceBlockingStub applications =
      ApplicationServiceGrpc.newBlockingStub(denizen.channel());
  protected final CredentialServiceBlockingStub credentials =
      CredentialServiceGrpc.newBlockingStub(denizen.channel());
  protected final TeamServiceBlockingStub teams =
      TeamServiceGrpc.newBlockingStub(denizen.channel());
  protected final RoleServiceBlockingStub roles =
      RoleServiceGrpc.newBlockingStub(denizen.channel());
  protected final MembershipServiceBlockingStub memberships =
      MembershipServiceGrpc.newBlockingStub(denizen.channel());
  protected final InvitationServiceBlockingStub invitations =
      InvitationServiceGrpc.newBlockingStub(denizen.channel());
  protected final SessionServiceBlockingStub sessions =
      SessionServiceGrpc.newBlockingStub(denizen.channel());

  @AfterEach
  void close() {
    denizen.close();
  }

  /** A person that is not there yet. */
  protected Identity person() {
    return Identity.newBuilder()
        .setEmail(fixtures.email().value())
        .setSlug(fixtures.slug().value())
        .setDisplayName(fixtures.displayName().value())
        .build();
  }

  protected Identity create(Identity identity) {
    return identities.createIdentity(
        CreateIdentityRequest.newBuilder().setIdentity(identity).build());
  }

  /** Links an identity to an account that nobody else has. */
  protected ExternalLogin linked(Identity identity) {
    return externalLogins.linkExternalLogin(
        LinkExternalLoginRequest.newBuilder()
            .setParent(identity.getName())
            .setExternalLogin(
                ExternalLogin.newBuilder()
                    .setProvider("example")
                    .setSubject(fixtures.externalAccount().subject())
                    .setEmail(fixtures.email().value())
                    .setDisplayName(fixtures.displayName().value()))
            .build());
  }

  /** What a client is given that signs in from a device. */
  protected CreateSessionResponse signIn(Identity identity) {
    return sessions.createSession(
        CreateSessionRequest.newBuilder()
            .setParent(identity.getName())
            .setSession(Session.newBuilder().setIpAddress("192.0.2.7").setUserAgent("Browser/1.0"))
            .setDevice(
                Device.newBuilder()
                    .setDeviceId(fixtures.word("phone-"))
                    .setDisplayName("Ada's telephone")
                    .setType(Device.Type.TYPE_PHONE))
            .build());
  }

  /** An application that is not there yet. */
  protected Application application() {
    return Application.newBuilder()
        .setSlug(fixtures.slug().value())
        .setDisplayName(fixtures.displayName().value())
        .setDescription("What it is for")
        .build();
  }

  protected Application create(Application application) {
    return applications.createApplication(
        CreateApplicationRequest.newBuilder().setApplication(application).build());
  }

  /** A team that is not there yet. */
  protected Team team() {
    return Team.newBuilder()
        .setSlug(fixtures.slug().value())
        .setDisplayName(fixtures.displayName().value())
        .setDescription("What it is for")
        .build();
  }

  protected Team create(Application application, Team team) {
    return teams.createTeam(
        CreateTeamRequest.newBuilder().setParent(application.getName()).setTeam(team).build());
  }

  /** A role that is not there yet. */
  protected Role role() {
    return Role.newBuilder()
        .setSlug(fixtures.slug().value())
        .setDisplayName(fixtures.displayName().value())
        .setDescription("What it is for")
        .addPermissions("invoice.read")
        .build();
  }

  protected Role create(Application application, Role role) {
    return roles.createRole(
        CreateRoleRequest.newBuilder().setParent(application.getName()).setRole(role).build());
  }

  /** The application, after roles of these slugs have been created in it. */
  protected Application withRoles(Application application, String... slugs) {
    for (String slug : slugs) {
      create(application, role().toBuilder().setSlug(slug).build());
    }
    return application;
  }

  /** A membership that is not there yet. */
  protected static Membership membership(Identity identity, String... roles) {
    return Membership.newBuilder()
        .setIdentity(identity.getName())
        .addAllRoles(List.of(roles))
        .build();
  }

  /** A request for it. */
  protected static CreateMembershipRequest creation(
      Application application, Membership membership) {
    return CreateMembershipRequest.newBuilder()
        .setParent(application.getName())
        .setMembership(membership)
        .build();
  }

  protected Membership create(Application application, Membership membership) {
    return memberships.createMembership(creation(application, membership));
  }

  /** A request for an invitation of an address that has none. */
  protected CreateInvitationRequest invitation(Application application, String... roles) {
    return CreateInvitationRequest.newBuilder()
        .setParent(application.getName())
        .setInvitation(
            Invitation.newBuilder().setEmail(fixtures.email().value()).addAllRoles(List.of(roles)))
        .build();
  }

  protected static String requestId() {
    return UUID.randomUUID().toString();
  }
}
