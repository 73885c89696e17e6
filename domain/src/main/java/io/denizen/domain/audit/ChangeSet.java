package io.denizen.domain.audit;

import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one decision changes: committed as a whole or not at all.
 *
 * @param request makes the set happen at most once; null if the caller sent no request id
 * @param observed aggregates that the decision relied on without changing them: if one of them has
 *     changed since, the set is refused
 * @param changes in the order in which they are to be written: children before the parent they
 *     depend on goes, parents before the children that need them come
 * @param recorded other services' audit events
 * @param outcome what the caller is answered, now and whenever it repeats the request
 */
public record ChangeSet(
    ChangeSetId id,
    Caller caller,
    @Nullable RequestKey request,
    Instant time,
    List<Audited> observed,
    List<Change<?>> changes,
    List<AuditEvent> recorded,
    List<ResourceVersion> outcome) {

  public ChangeSet {
    observed = List.copyOf(observed);
    changes = List.copyOf(changes);
    recorded = List.copyOf(recorded);
    outcome = List.copyOf(outcome);
  }

  public static ChangeSet of(
      Occasion occasion, Caller caller, @Nullable RequestKey request, Decision<?> decision) {
    return new ChangeSet(
        occasion.changeSet(),
        caller,
        request,
        occasion.time(),
        decision.observed(),
        decision.changes(),
        List.of(),
        List.of(ResourceVersion.of(decision.outcome())));
  }

  /** What was decided of several aggregates, all of which the caller is answered. */
  public static ChangeSet ofAll(
      Occasion occasion,
      Caller caller,
      @Nullable RequestKey request,
      List<? extends Decision<?>> decisions) {
    return new ChangeSet(
        occasion.changeSet(),
        caller,
        request,
        occasion.time(),
        decisions.stream().<Audited>flatMap(decision -> decision.observed().stream()).toList(),
        decisions.stream().<Change<?>>flatMap(decision -> decision.changes().stream()).toList(),
        List.of(),
        decisions.stream().map(decision -> ResourceVersion.of(decision.outcome())).toList());
  }

  public static ChangeSet recording(
      Occasion occasion, Caller caller, @Nullable RequestKey request, List<AuditEvent> recorded) {
    return new ChangeSet(
        occasion.changeSet(),
        caller,
        request,
        occasion.time(),
        List.of(),
        List.of(),
        recorded,
        recorded.stream().map(event -> new ResourceVersion(event.name(), 0)).toList());
  }

  /** Whether there is anything to write. */
  public boolean isEmpty() {
    return changes.isEmpty() && recorded.isEmpty() && request == null;
  }

  public @Nullable UUID requestId() {
    return request == null ? null : request.requestId();
  }

  /** Exactly one event for each change, then the recorded ones. */
  public List<AuditEvent> events(Ids ids) {
    Stream<AuditEvent> derived =
        changes.stream().map(change -> AuditEvent.of(new AuditEventId(ids.next()), change, this));
    return Stream.concat(derived, recorded.stream()).toList();
  }
}
