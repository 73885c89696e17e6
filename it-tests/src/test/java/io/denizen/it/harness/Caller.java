package io.denizen.it.harness;

import io.denizen.audit.v1.AuditServiceGrpc;
import io.denizen.audit.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import io.denizen.credential.v1.CredentialServiceGrpc;
import io.denizen.credential.v1.CredentialServiceGrpc.CredentialServiceBlockingStub;
import io.denizen.identity.v1.ExternalLoginServiceGrpc;
import io.denizen.identity.v1.ExternalLoginServiceGrpc.ExternalLoginServiceBlockingStub;
import io.denizen.identity.v1.IdentityRoleServiceGrpc;
import io.denizen.identity.v1.IdentityRoleServiceGrpc.IdentityRoleServiceBlockingStub;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceBlockingStub;
import io.denizen.identity.v1.PreferencesServiceGrpc;
import io.denizen.identity.v1.PreferencesServiceGrpc.PreferencesServiceBlockingStub;
import io.denizen.identity.v1.ProfileServiceGrpc;
import io.denizen.identity.v1.ProfileServiceGrpc.ProfileServiceBlockingStub;
import io.denizen.membership.v1.AccessServiceGrpc;
import io.denizen.membership.v1.AccessServiceGrpc.AccessServiceBlockingStub;
import io.denizen.membership.v1.ApplicationServiceGrpc;
import io.denizen.membership.v1.ApplicationServiceGrpc.ApplicationServiceBlockingStub;
import io.denizen.membership.v1.InvitationServiceGrpc;
import io.denizen.membership.v1.InvitationServiceGrpc.InvitationServiceBlockingStub;
import io.denizen.membership.v1.MembershipServiceGrpc;
import io.denizen.membership.v1.MembershipServiceGrpc.MembershipServiceBlockingStub;
import io.denizen.membership.v1.RoleServiceGrpc;
import io.denizen.membership.v1.RoleServiceGrpc.RoleServiceBlockingStub;
import io.denizen.membership.v1.TeamServiceGrpc;
import io.denizen.membership.v1.TeamServiceGrpc.TeamServiceBlockingStub;
import io.denizen.session.v1.SessionServiceGrpc;
import io.denizen.session.v1.SessionServiceGrpc.SessionServiceBlockingStub;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;

/** Someone who calls every service, waiting for each answer, under one name. */
public final class Caller {
  private static final Metadata.Key<String> ACTOR =
      Metadata.Key.of("denizen-actor", Metadata.ASCII_STRING_MARSHALLER);

  private final Channel channel;

  public Caller(Channel channel, String actor) {
    Metadata headers = new Metadata();
    headers.put(ACTOR, actor);
    this.channel =
        ClientInterceptors.intercept(
            channel, MetadataUtils.newAttachHeadersInterceptor(headers), new Patience());
  }

  public Channel channel() {
    return channel;
  }

  public IdentityServiceBlockingStub identities() {
    return IdentityServiceGrpc.newBlockingStub(channel);
  }

  public ExternalLoginServiceBlockingStub externalLogins() {
    return ExternalLoginServiceGrpc.newBlockingStub(channel);
  }

  public ProfileServiceBlockingStub profiles() {
    return ProfileServiceGrpc.newBlockingStub(channel);
  }

  public PreferencesServiceBlockingStub preferences() {
    return PreferencesServiceGrpc.newBlockingStub(channel);
  }

  public ApplicationServiceBlockingStub applications() {
    return ApplicationServiceGrpc.newBlockingStub(channel);
  }

  public IdentityRoleServiceBlockingStub identityRoles() {
    return IdentityRoleServiceGrpc.newBlockingStub(channel);
  }

  public RoleServiceBlockingStub roles() {
    return RoleServiceGrpc.newBlockingStub(channel);
  }

  public TeamServiceBlockingStub teams() {
    return TeamServiceGrpc.newBlockingStub(channel);
  }

  public MembershipServiceBlockingStub memberships() {
    return MembershipServiceGrpc.newBlockingStub(channel);
  }

  public AccessServiceBlockingStub access() {
    return AccessServiceGrpc.newBlockingStub(channel);
  }

  public InvitationServiceBlockingStub invitations() {
    return InvitationServiceGrpc.newBlockingStub(channel);
  }

  public SessionServiceBlockingStub sessions() {
    return SessionServiceGrpc.newBlockingStub(channel);
  }

  public CredentialServiceBlockingStub credentials() {
    return CredentialServiceGrpc.newBlockingStub(channel);
  }

  public AuditServiceBlockingStub audit() {
    return AuditServiceGrpc.newBlockingStub(channel);
  }

  /** So that a call which is never answered fails its test instead of stopping it. */
  private static final class Patience implements ClientInterceptor {
    private static final int SECONDS = 60;

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      boolean patient = options.getDeadline() == null;
      return next.newCall(
          method, patient ? options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS) : options);
    }
  }
}
