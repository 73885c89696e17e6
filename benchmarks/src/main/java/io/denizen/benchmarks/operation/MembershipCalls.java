package io.denizen.benchmarks.operation;

import io.denizen.benchmarks.dataset.Dataset;
import io.denizen.benchmarks.load.Operation;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.ListMembershipsRequest;
import io.denizen.membership.v1.ListMembershipsResponse;
import io.denizen.membership.v1.Membership;
import java.util.concurrent.atomic.AtomicLong;

/** Calls about who belongs where. */
public final class MembershipCalls {
  private MembershipCalls() {}

  /**
   * CreateMembership in an application, of an identity that is not in it.
   *
   * @param firstSpare the first application to use; when everybody is in it, the next one follows
   */
  public static Operation<Membership> create(Dataset dataset, int firstSpare) {
    AtomicLong calls = new AtomicLong();
    return new Operation<>(
        "CreateMembership",
        (stubs, answer) -> {
          long call = calls.getAndIncrement();
          stubs
              .memberships()
              .createMembership(
                  CreateMembershipRequest.newBuilder()
                      .setParent(Dataset.application(firstSpare + call / dataset.identities()))
                      .setMembership(
                          Membership.newBuilder()
                              .setIdentity(Dataset.identity(dataset.scattered(call)))
                              .addRoles("member"))
                      .build(),
                  answer);
        },
        membership -> !membership.getName().isEmpty());
  }

  /** ListMemberships of any identity, in all applications. */
  public static Operation<ListMembershipsResponse> list(Dataset dataset) {
    return new Operation<>(
        "ListMemberships of an identity",
        (stubs, answer) ->
            stubs
                .memberships()
                .listMemberships(
                    ListMembershipsRequest.newBuilder()
                        .setParent("applications/-")
                        .setFilter("identity = \"" + Dataset.identity(dataset.random()) + "\"")
                        .build(),
                    answer),
        page -> page.getMembershipsCount() > 0);
  }
}
