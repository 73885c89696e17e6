package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.BatchCreateMembershipsRequest;
import io.denizen.membership.v1.BatchCreateMembershipsResponse;
import io.denizen.membership.v1.BatchDeleteMembershipsRequest;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches as large as they may be, and batches that meet. */
@EndToEnd
class MembershipBatchIT {
  private static final int MOST = 1_000;
  private static final int CALLERS = 16;

  private final TestDenizen denizen;
  private final Caller caller;
  private final Application application;

  MembershipBatchIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
    this.application = Some.application(caller);
  }

  @Test
  void aThousandAreCreatedAndDeletedTogetherOrNotAtAll() {
    List<CreateMembershipRequest> requests = new ArrayList<>(joining(MOST));
    CreateMembershipRequest last = requests.getLast();
    requests.set(
        MOST - 1,
        last.toBuilder()
            .setMembership(
                last.getMembership().toBuilder().setIdentity("identities/" + UUID.randomUUID()))
            .build());

    Refusal refusal = Refusal.of(() -> create(requests, ""));
    assertThat(refusal.reason()).isEqualTo("IDENTITY_NOT_FOUND");
    assertThat(refusal.metadata()).containsEntry("field", "requests[999].membership.identity");
    assertThat(live()).isZero();
    assertThat(events("membership.created")).isZero();

    requests.set(MOST - 1, last);
    List<Membership> created = create(requests, "").getMembershipsList();
    assertThat(live()).isEqualTo(MOST);
    assertThat(events("membership.created")).isEqualTo(MOST);

    BatchDeleteMembershipsRequest deletion =
        BatchDeleteMembershipsRequest.newBuilder()
            .setParent(application.getName())
            .addAllRequests(
                created.stream()
                    .map(
                        each ->
                            DeleteMembershipRequest.newBuilder().setName(each.getName()).build())
                    .toList())
            .build();
    assertThat(caller.memberships().batchDeleteMemberships(deletion).getMembershipsCount())
        .isEqualTo(MOST);
    assertThat(live()).isZero();
    assertThat(events("membership.deleted")).isEqualTo(MOST);
  }

  @Test
  void manyWhoSendOneBatchWithOneRequestIdAreAnsweredAlike() {
    List<CreateMembershipRequest> requests = joining(120);
    String requestId = UUID.randomUUID().toString();

    AtOnce<BatchCreateMembershipsResponse> answers =
        AtOnce.run(CALLERS, i -> create(requests, requestId));

    assertThat(answers.outcomes()).isEqualTo(Map.of("OK", CALLERS));
    assertThat(answers.answers().stream().distinct()).hasSize(1);
    assertThat(events("membership.created")).isEqualTo(requests.size());
  }

  @Test
  void ofBatchesThatWantThePlacesOfEachOtherOneIsMadeAndTheOthersAreToldWhere() {
    List<CreateMembershipRequest> requests = joining(150);

    AtOnce<BatchCreateMembershipsResponse> answers = AtOnce.run(CALLERS, i -> create(requests, ""));

    assertThat(answers.outcomes())
        .isEqualTo(Map.of("OK", 1, "ALREADY_EXISTS MEMBERSHIP_EXISTS", CALLERS - 1));
    assertThat(answers.refusals())
        .allSatisfy(
            refusal -> assertThat(refusal.metadata()).containsEntry("field", "requests[0]"));
    assertThat(live()).isEqualTo(requests.size());
  }

  private List<CreateMembershipRequest> joining(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Some.joining(application, Some.person(caller), ""))
        .toList();
  }

  private BatchCreateMembershipsResponse create(
      List<CreateMembershipRequest> requests, String requestId) {
    return caller
        .memberships()
        .batchCreateMemberships(
            BatchCreateMembershipsRequest.newBuilder()
                .setParent(application.getName())
                .addAllRequests(requests)
                .setRequestId(requestId)
                .build());
  }

  private long live() {
    return denizen
        .sql()
        .number(
            "SELECT count(*) FROM denizen.memberships WHERE application_id = ?::uuid AND live",
            Names.id(application.getName()));
  }

  private long events(String action) {
    return denizen
        .sql()
        .number(
            "SELECT count(*) FROM denizen.audit_events WHERE application_id = ?::uuid AND action = ?",
            Names.id(application.getName()),
            action);
  }
}
