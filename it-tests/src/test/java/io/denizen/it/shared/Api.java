package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.denizen.audit.v1.AuditServiceGrpc;
import io.denizen.credential.v1.CredentialServiceGrpc;
import io.denizen.identity.v1.ExternalLoginServiceGrpc;
import io.denizen.identity.v1.IdentityRoleServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.PreferencesServiceGrpc;
import io.denizen.identity.v1.ProfileServiceGrpc;
import io.denizen.membership.v1.AccessServiceGrpc;
import io.denizen.membership.v1.ApplicationServiceGrpc;
import io.denizen.membership.v1.InvitationServiceGrpc;
import io.denizen.membership.v1.MembershipServiceGrpc;
import io.denizen.membership.v1.RoleServiceGrpc;
import io.denizen.membership.v1.TeamServiceGrpc;
import io.denizen.session.v1.SessionServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import java.util.Objects;
import java.util.stream.Stream;

/** Every method of the public API. */
final class Api {
  private Api() {}

  static Stream<ServiceDescriptor> services() {
    return Stream.of(
        IdentityServiceGrpc.getServiceDescriptor(),
        ExternalLoginServiceGrpc.getServiceDescriptor(),
        ProfileServiceGrpc.getServiceDescriptor(),
        PreferencesServiceGrpc.getServiceDescriptor(),
        IdentityRoleServiceGrpc.getServiceDescriptor(),
        ApplicationServiceGrpc.getServiceDescriptor(),
        TeamServiceGrpc.getServiceDescriptor(),
        RoleServiceGrpc.getServiceDescriptor(),
        MembershipServiceGrpc.getServiceDescriptor(),
        AccessServiceGrpc.getServiceDescriptor(),
        InvitationServiceGrpc.getServiceDescriptor(),
        SessionServiceGrpc.getServiceDescriptor(),
        CredentialServiceGrpc.getServiceDescriptor(),
        AuditServiceGrpc.getServiceDescriptor());
  }

  static Stream<MethodDescriptor<?, ?>> methods() {
    return services().flatMap(service -> service.getMethods().stream());
  }

  /** An empty request of a method. */
  static Message request(MethodDescriptor<?, ?> method) {
    PrototypeMarshaller<?> marshaller = (PrototypeMarshaller<?>) method.getRequestMarshaller();
    return (Message) Objects.requireNonNull(marshaller.getMessagePrototype());
  }

  /** Whether a method changes anything: each that does can be asked not to. */
  static boolean changes(MethodDescriptor<?, ?> method) {
    return request(method).getDescriptorForType().findFieldByName("validate_only") != null;
  }
}
