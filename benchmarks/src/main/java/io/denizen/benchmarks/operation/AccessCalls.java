package io.denizen.benchmarks.operation;

import io.denizen.benchmarks.dataset.Dataset;
import io.denizen.benchmarks.load.Operation;
import io.denizen.benchmarks.load.Stubs;
import io.denizen.membership.v1.AccessReason;
import io.denizen.membership.v1.CheckAccessRequest;
import io.denizen.membership.v1.CheckAccessResponse;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ThreadLocalRandom;

/** Calls about who may do what. */
public final class AccessCalls {
  /** CheckAccess where it is granted. */
  public static final String OF_A_MEMBER = "CheckAccess of a member";

  /** CheckAccess where it mostly is not. */
  public static final String OF_ANYBODY = "CheckAccess of anybody";

  private AccessCalls() {}

  /** Of any identity in the application that it belongs to. */
  public static Operation<CheckAccessResponse> ofAMember(Dataset dataset) {
    return new Operation<>(
        OF_A_MEMBER,
        (stubs, answer) -> {
          long identity = dataset.random();
          check(stubs, identity, Dataset.home(identity), answer);
        },
        answer -> answer.getAllowed() && answer.getGrantsCount() == 1);
  }

  /** Of any identity in any application: few belong there. */
  public static Operation<CheckAccessResponse> ofAnybody(Dataset dataset) {
    return new Operation<>(
        OF_ANYBODY,
        (stubs, answer) ->
            check(
                stubs,
                dataset.random(),
                ThreadLocalRandom.current().nextInt(Dataset.HOMES),
                answer),
        answer ->
            answer.getAllowed() == (answer.getReason() == AccessReason.ACCESS_REASON_GRANTED)
                && answer.getReason() != AccessReason.ACCESS_REASON_IDENTITY_NOT_FOUND);
  }

  private static void check(
      Stubs stubs, long identity, long application, StreamObserver<CheckAccessResponse> answer) {
    stubs
        .access()
        .checkAccess(
            CheckAccessRequest.newBuilder()
                .setIdentity(Dataset.identity(identity))
                .setScope(Dataset.application(application))
                .setPermission(Dataset.PERMISSION)
                .build(),
            answer);
  }
}
