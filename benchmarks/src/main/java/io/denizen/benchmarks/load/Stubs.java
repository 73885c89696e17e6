package io.denizen.benchmarks.load;

import io.denizen.audit.v1.AuditServiceGrpc;
import io.denizen.audit.v1.AuditServiceGrpc.AuditServiceStub;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceStub;
import io.denizen.membership.v1.AccessServiceGrpc;
import io.denizen.membership.v1.AccessServiceGrpc.AccessServiceStub;
import io.denizen.membership.v1.MembershipServiceGrpc;
import io.denizen.membership.v1.MembershipServiceGrpc.MembershipServiceStub;
import io.grpc.Channel;

/** The public asynchronous stubs on one connection. */
public record Stubs(
    IdentityServiceStub identities,
    MembershipServiceStub memberships,
    AccessServiceStub access,
    AuditServiceStub audit) {

  static Stubs on(Channel channel) {
    return new Stubs(
        IdentityServiceGrpc.newStub(channel),
        MembershipServiceGrpc.newStub(channel),
        AccessServiceGrpc.newStub(channel),
        AuditServiceGrpc.newStub(channel));
  }
}
