package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.grpc.testing.Refusal;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.BatchCreateMembershipsRequest;
import io.denizen.membership.v1.BatchDeleteMembershipsRequest;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.Membership;
import io.grpc.Status.Code;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MembershipBatchTest extends GrpcTest {

  private final Application application = create(application());

  @Test
  void aBatchIsAnsweredInItsOrderAndEachOfItHasItsEvent() {
    BatchCreateMembershipsRequest request =
        batch(someone(), someone().toBuilder().clearParent().build());

    List<AuditEvent> events =
        denizen.audited(
            () ->
                assertThat(memberships.batchCreateMemberships(request).getMembershipsList())
                    .extracting(Membership::getIdentity)
                    .containsExactlyElementsOf(
                        request.getRequestsList().stream()
                            .map(each -> each.getMembership().getIdentity())
                            .toList()));

    assertThat(events)
        .extracting(event -> event.action().value())
        .containsExactly("membership.created", "membership.created");
    List<Membership> there = list();
    List<AuditEvent> deletions =
        denizen.audited(
            () ->
                assertThat(
                        memberships
                            .batchDeleteMemberships(deletion(there.get(1), there.get(0)))
                            .getMembershipsList())
                    .allSatisfy(gone -> assertThat(gone.hasDeleteTime()).isTrue())
                    .extracting(Membership::getName)
                    .containsExactly(there.get(1).getName(), there.get(0).getName()));
    assertThat(deletions)
        .extracting(event -> event.action().value())
        .containsExactly("membership.deleted", "membership.deleted");
    assertThat(list()).isEmpty();
  }

  @Test
  void thereAreOneToAThousand() {
    denizen.refused(() -> memberships.batchCreateMemberships(batch())).isInvalid("requests");
    denizen.refused(() -> memberships.batchDeleteMemberships(deletion())).isInvalid("requests");
    List<CreateMembershipRequest> many = Collections.nCopies(1_001, someone());
    denizen
        .refused(
            () ->
                memberships.batchCreateMemberships(
                    batch().toBuilder().addAllRequests(many).build()))
        .isInvalid("requests");
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    CreateMembershipRequest elsewhere =
        someone().toBuilder().setParent(create(application()).getName()).build();
    CreateMembershipRequest ofItsOwn =
        someone().toBuilder().setRequestId(requestId()).setValidateOnly(true).build();
    CreateMembershipRequest wrong =
        someone().toBuilder()
            .setMembership(
                Membership.newBuilder().setIdentity("ada").addRoles("No Slug").setStateValue(9))
            .build();

    BatchCreateMembershipsRequest batch = batch(someone(), elsewhere, ofItsOwn, wrong);

    denizen
        .refused(() -> memberships.batchCreateMemberships(batch))
        .isInvalid(
            "requests[1].parent",
            "requests[2].request_id",
            "requests[2].validate_only",
            "requests[3].membership.identity",
            "requests[3].membership.roles[0]",
            "requests[3].membership.state");
  }

  @Test
  void theFirstThatIsRefusedIsNamedAndNothingIsWritten() {
    String nobody = "identities/" + NOBODY;
    CreateMembershipRequest ofNobody =
        someone().toBuilder().setMembership(Membership.newBuilder().setIdentity(nobody)).build();
    CreateMembershipRequest twice = someone();

    assertThat(
            refused(Code.NOT_FOUND, "IDENTITY_NOT_FOUND", someone(), ofNobody)
                .of(nobody)
                .metadata())
        .containsEntry("field", "requests[1].membership.identity");
    assertThat(
            refused(Code.ALREADY_EXISTS, "MEMBERSHIP_EXISTS", twice, someone(), twice).metadata())
        .containsEntry("field", "requests[2]");
    assertThat(list()).isEmpty();

    Membership there = create(application, someone().getMembership());
    assertThat(
            denizen
                .refused(
                    () ->
                        memberships.batchDeleteMemberships(
                            deletion(there, there.toBuilder().setName(nothing()).build())))
                .is(Code.NOT_FOUND, "MEMBERSHIP_NOT_FOUND")
                .of(nothing())
                .metadata())
        .containsEntry("field", "requests[1].name");
    denizen
        .refused(() -> memberships.batchDeleteMemberships(deletion(there, there)))
        .isInvalid("requests[1].name");
  }

  @Test
  void aBatchThatIsRepeatedIsAnsweredAsAtFirst() {
    BatchCreateMembershipsRequest request =
        batch(someone(), someone(), someone()).toBuilder().setRequestId(requestId()).build();
    List<Membership> first = memberships.batchCreateMemberships(request).getMembershipsList();
    BatchDeleteMembershipsRequest deletion =
        deletion(first.toArray(Membership[]::new)).toBuilder().setRequestId(requestId()).build();
    List<Membership> gone = memberships.batchDeleteMemberships(deletion).getMembershipsList();

    assertThat(
            denizen.unaudited(
                () -> memberships.batchCreateMemberships(request).getMembershipsList()))
        .isEqualTo(first);
    assertThat(
            denizen.unaudited(
                () -> memberships.batchDeleteMemberships(deletion).getMembershipsList()))
        .isEqualTo(gone);
    BatchCreateMembershipsRequest other = request.toBuilder().addRequests(someone()).build();
    denizen
        .refused(() -> memberships.batchCreateMemberships(other))
        .is(Code.INVALID_ARGUMENT, "REQUEST_ID_REUSED");
  }

  @Test
  void aBatchThatIsOnlyToBeValidatedIsAnsweredAndNotWritten() {
    BatchCreateMembershipsRequest request =
        batch(someone(), someone()).toBuilder().setValidateOnly(true).build();

    assertThat(
            denizen.unaudited(
                () -> memberships.batchCreateMemberships(request).getMembershipsList()))
        .hasSize(2);
    assertThat(list()).isEmpty();
  }

  private Refusal refused(Code code, String reason, CreateMembershipRequest... requests) {
    return denizen
        .refused(() -> memberships.batchCreateMemberships(batch(requests)))
        .is(code, reason);
  }

  private CreateMembershipRequest someone() {
    return creation(application, membership(create(person())));
  }

  private BatchCreateMembershipsRequest batch(CreateMembershipRequest... requests) {
    return BatchCreateMembershipsRequest.newBuilder()
        .setParent(application.getName())
        .addAllRequests(List.of(requests))
        .build();
  }

  private BatchDeleteMembershipsRequest deletion(Membership... memberships) {
    return BatchDeleteMembershipsRequest.newBuilder()
        .setParent(application.getName())
        .addAllRequests(
            Stream.of(memberships)
                .map(
                    each ->
                        DeleteMembershipRequest.newBuilder()
                            .setName(each.getName())
                            .setEtag(each.getEtag())
                            .build())
                .toList())
        .build();
  }

  private String nothing() {
    return application.getName() + "/memberships/" + NOBODY;
  }

  private List<Membership> list() {
    return memberships
        .listMemberships(
            ListMembershipsRequest.newBuilder().setParent(application.getName()).build())
        .getMembershipsList();
  }
}
