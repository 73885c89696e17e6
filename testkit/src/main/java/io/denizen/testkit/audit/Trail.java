package io.denizen.testkit.audit;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.CommittedRequest;
import io.denizen.testkit.shared.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done, in its order, and which requests it answered. Nothing is ever changed in it. */
public final class Trail {

  private final List<AuditEvent> events = new ArrayList<>();
  private final Map<RequestOf, CommittedRequest> requests = new HashMap<>();

  /** In the order of recording. */
  List<AuditEvent> events() {
    return events;
  }

  @Nullable CommittedRequest request(Actor actor, UUID requestId) {
    return requests.get(new RequestOf(actor, requestId));
  }

  void add(Actor actor, UUID requestId, CommittedRequest request, Transaction transaction) {
    RequestOf key = new RequestOf(actor, requestId);
    requests.put(key, request);
    transaction.onRollback(() -> requests.remove(key));
  }

  void add(AuditEvent event, Transaction transaction) {
    events.add(
        new AuditEvent(
            event.id(),
            events.size() + 1L,
            event.changeSetId(),
            event.actor(),
            event.action(),
            event.resource(),
            event.resourceId(),
            event.resourceVersion(),
            event.applicationId(),
            event.ipAddress(),
            event.userAgent(),
            event.requestId(),
            event.occurTime(),
            event.createTime(),
            event.before(),
            event.after()));
    transaction.onRollback(events::removeLast);
  }

  private record RequestOf(Actor actor, UUID requestId) {}
}
