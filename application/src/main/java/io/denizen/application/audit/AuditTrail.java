package io.denizen.application.audit;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.AuditFailure;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.RecordedEvent;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers what was done, and records what other services did. Every method is told who asks; until
 * there are permissions to check, everybody may.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure}.
 */
public final class AuditTrail {

  /** How many events can be recorded together. */
  public static final int MAX_EVENTS = 1_000;

  private final AuditEvents auditEvents;
  private final Changes changes;
  private final Ids ids;

  public AuditTrail(AuditEvents auditEvents, Changes changes, Ids ids) {
    this.auditEvents = auditEvents;
    this.changes = changes;
    this.ids = ids;
  }

  /** One event. Fails with {@link AuditFailure.NotFound}. */
  public CompletionStage<AuditEvent> get(Caller caller, AuditEventId id) {
    return kept(List.of(id)).thenApply(List::getFirst);
  }

  public CompletionStage<Page<AuditEvent>> list(
      Caller caller, AuditEventQuery query, PageRequest page) {
    return auditEvents.list(query, page);
  }

  /**
   * Records 1 to {@value #MAX_EVENTS} events: all or none.
   *
   * <p>Fails with {@link InvalidValue} if there are none or too many, or with a {@link
   * io.denizen.domain.audit.JournalFailure}.
   *
   * @return the events as they are kept, in the order given; without their sequence if they were
   *     only to be validated
   */
  public CompletionStage<List<AuditEvent>> record(
      Submission submission, List<RecordedEvent> events) {
    if (events.isEmpty() || events.size() > MAX_EVENTS) {
      return CompletableFuture.failedStage(
          new InvalidValue("must be 1 to 1,000 events").asException());
    }
    return changes.once(
        submission,
        occasion -> record(submission, occasion, events),
        outcome ->
            kept(outcome.stream().map(kept -> new AuditEventId(kept.resource().id())).toList()));
  }

  private CompletionStage<List<AuditEvent>> record(
      Submission submission, Occasion occasion, List<RecordedEvent> events) {
    List<AuditEvent> recorded =
        events.stream()
            .map(
                event ->
                    event.at(
                        occasion,
                        new AuditEventId(ids.next()),
                        submission.caller(),
                        submission.request()))
            .toList();
    return changes
        .write(
            submission,
            ChangeSet.recording(occasion, submission.caller(), submission.request(), recorded))
        .thenCompose(
            written ->
                submission.validateOnly()
                    ? CompletableFuture.completedStage(recorded)
                    : kept(recorded.stream().map(AuditEvent::id).toList()));
  }

  private CompletionStage<List<AuditEvent>> kept(List<AuditEventId> wanted) {
    return Found.all(wanted, auditEvents.byIds(wanted), AuditEvent::id, AuditFailure.NotFound::new);
  }
}
