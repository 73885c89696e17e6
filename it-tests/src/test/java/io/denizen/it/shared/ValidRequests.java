package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.denizen.it.harness.Caller;
import io.grpc.MethodDescriptor;

/**
 * A request for every method that succeeds once; what it is about is made for it. A method that is
 * missing here fails the tests that go through all methods, so that none is left out.
 */
record ValidRequests(Caller caller) {

  Message of(MethodDescriptor<?, ?> descriptor) {
    String service = String.valueOf(descriptor.getServiceName());
    String method = String.valueOf(descriptor.getBareMethodName());
    return switch (service.substring(0, service.lastIndexOf('.'))) {
      case "denizen.identity.v1" -> new IdentityRequests(caller).of(service, method);
      case "denizen.membership.v1" -> new MembershipRequests(caller).of(service, method);
      case "denizen.session.v1" -> new SessionRequests(caller).of(service, method);
      case "denizen.credential.v1" -> new CredentialRequests(caller).of(service, method);
      case "denizen.audit.v1" -> new AuditRequests(caller).of(service, method);
      default -> throw nobodySaid(service);
    };
  }

  static AssertionError nobodySaid(String what) {
    return new AssertionError("nobody has said how to succeed with " + what);
  }
}
