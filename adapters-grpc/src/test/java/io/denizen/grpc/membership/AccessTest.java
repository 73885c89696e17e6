package io.denizen.grpc.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.membership.v1.AccessReason;
import io.denizen.membership.v1.AccessServiceGrpc;
import io.denizen.membership.v1.AccessServiceGrpc.AccessServiceBlockingStub;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.BatchCheckAccessRequest;
import io.denizen.membership.v1.CheckAccessRequest;
import io.denizen.membership.v1.CheckAccessResponse;
import io.denizen.membership.v1.Grant;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.Team;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest extends GrpcTest {

  private static final Duration MICROSECOND = Durations.fromMicros(1);

  private final AccessServiceBlockingStub access =
      AccessServiceGrpc.newBlockingStub(denizen.channel());
  private final Application application = create(application());
  private final Team team = create(application, team());
  private final Identity identity = create(person());
  private final String reader = role("reader", List.of(), "invoice.*");
  private final String clerk = role("clerk", List.of("reader"), "report.read");

  @Test
  void whoeverHasTheRoleMayAndIsToldThroughWhat() {
    Membership membership = create(application, membership(identity, "reader"));

    assertThat(denizen.unaudited(() -> access.checkAccess(question("invoice.read").build())))
        .isEqualTo(
            CheckAccessResponse.newBuilder()
                .setAllowed(true)
                .setReason(AccessReason.ACCESS_REASON_GRANTED)
                .addGrants(
                    Grant.newBuilder()
                        .setRole(reader)
                        .setMembership(membership.getName())
                        .setPermission("invoice.*"))
                .build());
  }

  @Test
  void theRoleThatHasThePermissionIsNamedBesideTheOneThatIncludesIt() {
    Membership membership = create(application, membership(identity, "clerk"));

    assertThat(access.checkAccess(question("invoice.read").build()).getGrantsList())
        .containsExactly(
            Grant.newBuilder()
                .setRole(clerk)
                .setMembership(membership.getName())
                .setIncludedRole(reader)
                .setPermission("invoice.*")
                .build());
  }

  @Test
  void aDenialIsAnAnswerThatSaysWhy() {
    assertThat(reason(question("invoice.read"))).isEqualTo(AccessReason.ACCESS_REASON_NOT_A_MEMBER);

    create(application, membership(identity, "reader"));
    assertThat(reason(question("report.read")))
        .isEqualTo(AccessReason.ACCESS_REASON_PERMISSION_NOT_GRANTED);

    identities.suspendIdentity(
        SuspendIdentityRequest.newBuilder().setName(identity.getName()).build());
    assertThat(reason(question("invoice.read")))
        .isEqualTo(AccessReason.ACCESS_REASON_IDENTITY_SUSPENDED);
  }

  @Test
  void whatIsNotThereGrantsNothingAndIsNoFailure() {
    create(application, membership(identity, "reader"));

    assertThat(reason(question("invoice.read").setIdentity("identities/" + NOBODY)))
        .isEqualTo(AccessReason.ACCESS_REASON_IDENTITY_NOT_FOUND);
    assertThat(reason(question("invoice.read").setScope("applications/" + NOBODY)))
        .isEqualTo(AccessReason.ACCESS_REASON_APPLICATION_NOT_FOUND);
    assertThat(
            reason(question("invoice.read").setScope(application.getName() + "/teams/" + NOBODY)))
        .isEqualTo(AccessReason.ACCESS_REASON_TEAM_NOT_FOUND);
  }

  @Test
  void aBatchIsAnsweredInItsOrder() {
    create(application, membership(identity, "reader"));
    BatchCheckAccessRequest batch =
        BatchCheckAccessRequest.newBuilder()
            .addRequests(question("report.read"))
            .addRequests(question("invoice.read"))
            .addRequests(question("invoice.read").setScope(team.getName()))
            .addRequests(question("report.read"))
            .build();

    assertThat(access.batchCheckAccess(batch).getResponsesList())
        .extracting(CheckAccessResponse::getAllowed)
        .containsExactly(false, true, true, false);
    assertThat(
            access
                .batchCheckAccess(
                    BatchCheckAccessRequest.newBuilder()
                        .addAllRequests(Collections.nCopies(1_000, question("a").build()))
                        .build())
                .getResponsesCount())
        .isEqualTo(1_000);
  }

  @Test
  void aBatchTellsNoMoreThanAFewOfManyWays() {
    List<String> roles = IntStream.range(0, 8).mapToObj(n -> "also-reader-" + n).toList();
    roles.forEach(slug -> role(slug, List.of(), "invoice.read"));
    create(application, membership(identity, roles.toArray(String[]::new)));

    assertThat(access.checkAccess(question("invoice.read").build()).getGrantsCount()).isEqualTo(8);
    assertThat(
            access
                .batchCheckAccess(
                    BatchCheckAccessRequest.newBuilder()
                        .addRequests(question("invoice.read"))
                        .build())
                .getResponses(0)
                .getGrantsCount())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "invoice.*",
        "invoice.**",
        "Invoice.read",
        "invoice..read",
        ".",
        "a b",
        "ä"
      })
  void nobodyIsAskedForEverythingAtOnceNorForNonsense(String permission) {
    denizen.refused(() -> access.checkAccess(question(permission).build())).isInvalid("permission");
    denizen
        .refused(
            () ->
                access.batchCheckAccess(
                    BatchCheckAccessRequest.newBuilder()
                        .addAllRequests(Collections.nCopies(3, question("a").build()))
                        .addRequests(question(permission))
                        .build()))
        .isInvalid("requests[3].permission");
  }

  @Test
  void whatWasIsAskedByItsTime() {
    Membership membership = create(application, membership(identity, "reader"));
    CheckAccessRequest.Builder question = question("invoice.read");
    CheckAccessResponse then = access.checkAccess(question.build());
    Timestamp suspended =
        identities
            .suspendIdentity(
                SuspendIdentityRequest.newBuilder().setName(identity.getName()).build())
            .getUpdateTime();

    assertThat(then.getAllowed()).isTrue();
    assertThat(reason(question)).isEqualTo(AccessReason.ACCESS_REASON_IDENTITY_SUSPENDED);
    assertThat(reason(question.setReadTime(suspended)))
        .isEqualTo(AccessReason.ACCESS_REASON_IDENTITY_SUSPENDED);
    assertThat(
            access.checkAccess(
                question.setReadTime(Timestamps.subtract(suspended, MICROSECOND)).build()))
        .isEqualTo(then);
    assertThat(
            reason(
                question.setReadTime(Timestamps.subtract(membership.getCreateTime(), MICROSECOND))))
        .isEqualTo(AccessReason.ACCESS_REASON_NOT_A_MEMBER);
  }

  @Test
  void aTimeThatIsNoneOrStillToComeIsRefused() {
    Timestamp tomorrow = Timestamps.add(Timestamps.now(), Durations.fromDays(1));

    denizen
        .refused(() -> access.checkAccess(question("a").setReadTime(tomorrow).build()))
        .isInvalid("read_time");
    denizen
        .refused(
            () ->
                access.checkAccess(
                    question("a").setReadTime(Timestamp.newBuilder().setNanos(-1)).build()))
        .isInvalid("read_time");
    denizen
        .refused(
            () ->
                access.batchCheckAccess(
                    BatchCheckAccessRequest.newBuilder()
                        .addRequests(question("a"))
                        .addRequests(question("a").setReadTime(identity.getCreateTime()))
                        .build()))
        .isInvalid("requests[1].read_time");
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    denizen
        .refused(() -> access.checkAccess(CheckAccessRequest.getDefaultInstance()))
        .isInvalid("identity", "scope", "permission");
    denizen
        .refused(
            () ->
                access.checkAccess(
                    question("a".repeat(101))
                        .setIdentity(application.getName())
                        .setScope(identity.getName())
                        .build()))
        .isInvalid("identity", "scope", "permission");
    denizen
        .refused(
            () ->
                access.checkAccess(
                    question("a").setScope(application.getName() + "/teams/").build()))
        .isInvalid("scope");
  }

  @Test
  void aBatchHasOneToAThousandQuestions() {
    for (int count : new int[] {0, 1_001}) {
      denizen
          .refused(
              () ->
                  access.batchCheckAccess(
                      BatchCheckAccessRequest.newBuilder()
                          .addAllRequests(Collections.nCopies(count, question("a").build()))
                          .build()))
          .isInvalid("requests");
    }
  }

  private CheckAccessRequest.Builder question(String permission) {
    return CheckAccessRequest.newBuilder()
        .setIdentity(identity.getName())
        .setScope(application.getName())
        .setPermission(permission);
  }

  private AccessReason reason(CheckAccessRequest.Builder question) {
    CheckAccessResponse answer = access.checkAccess(question.build());
    assertThat(answer.getAllowed()).isFalse();
    assertThat(answer.getGrantsList()).isEmpty();
    return answer.getReason();
  }

  /** Gives back its name. */
  private String role(String slug, List<String> includes, String... permissions) {
    return create(
            application,
            Role.newBuilder()
                .setSlug(slug)
                .setDisplayName(slug)
                .addAllIncludes(includes)
                .addAllPermissions(List.of(permissions))
                .build())
        .getName();
  }
}
