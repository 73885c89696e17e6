package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.GetMembershipRequest;
import io.denizen.membership.v1.Membership;
import io.grpc.Status.Code;
import org.junit.jupiter.api.Test;

final class IdentityDeleteTest extends GrpcTest {

  @Test
  void whoBelongsSomewhereIsDeletedByForceAloneAndTheirMembershipsWithThem() {
    Identity identity = create(person());
    Application application = create(application());
    Membership membership = create(application, membership(identity));

    denizen
        .refused(() -> delete(identity, false))
        .is(Code.FAILED_PRECONDITION, "HAS_LIVE_CHILDREN")
        .of(identity.getName());
    assertThat(denizen.audited(() -> delete(identity, true)))
        .extracting(IdentityDeleteTest::describe)
        .containsExactlyInAnyOrder(
            "identity.deleted " + identity.getName(), "membership.deleted " + membership.getName());
    denizen.refused(() -> get(membership)).is(Code.NOT_FOUND, "MEMBERSHIP_NOT_FOUND");
  }

  @Test
  void undeleteBringsBackExactlyTheMembershipsThatWentWithTheIdentity() {
    Identity identity = create(person());
    Membership before =
        create(withRoles(create(application()), "admin"), membership(identity, "admin"));
    Membership with =
        create(withRoles(create(application()), "admin"), membership(identity, "admin"));
    memberships.deleteMembership(
        DeleteMembershipRequest.newBuilder().setName(before.getName()).build());
    delete(identity, true);

    assertThat(denizen.audited(() -> undelete(identity)))
        .extracting(IdentityDeleteTest::describe)
        .containsExactlyInAnyOrder(
            "identity.undeleted " + identity.getName(), "membership.undeleted " + with.getName());
    assertThat(get(with).getRolesList()).containsExactly("admin");
    denizen.refused(() -> get(before)).is(Code.NOT_FOUND, "MEMBERSHIP_NOT_FOUND");
  }

  @Test
  void whatWasTakenMeanwhileCannotBeBroughtBack() {
    Identity identity = create(person());
    delete(identity, false);
    Identity sameEmail = create(person().toBuilder().setEmail(identity.getEmail()).build());

    denizen.refused(() -> undelete(identity)).is(Code.ALREADY_EXISTS, "EMAIL_TAKEN");
    delete(sameEmail, false);
    create(person().toBuilder().setSlug(identity.getSlug()).build());
    denizen.refused(() -> undelete(identity)).is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
  }

  private static String describe(AuditEvent event) {
    return event.action() + " " + event.resource();
  }

  private Identity delete(Identity identity, boolean force) {
    return identities.deleteIdentity(
        DeleteIdentityRequest.newBuilder().setName(identity.getName()).setForce(force).build());
  }

  private Identity undelete(Identity identity) {
    return identities.undeleteIdentity(
        UndeleteIdentityRequest.newBuilder().setName(identity.getName()).build());
  }

  private Membership get(Membership membership) {
    return memberships.getMembership(
        GetMembershipRequest.newBuilder().setName(membership.getName()).build());
  }
}
