package io.denizen.benchmarks.operation;

import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.ListAuditEventsResponse;
import io.denizen.benchmarks.dataset.Dataset;
import io.denizen.benchmarks.load.Operation;

/** Calls about what was done. */
public final class AuditCalls {
  private AuditCalls() {}

  /** ListAuditEvents of any identity, the newest first. */
  public static Operation<ListAuditEventsResponse> list(Dataset dataset) {
    return new Operation<>(
        "ListAuditEvents of a resource",
        (stubs, answer) ->
            stubs
                .audit()
                .listAuditEvents(
                    ListAuditEventsRequest.newBuilder()
                        .setFilter("resource = \"" + Dataset.identity(dataset.random()) + "\"")
                        .build(),
                    answer),
        page -> page.getAuditEventsCount() > 0);
  }
}
