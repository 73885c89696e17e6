package io.denizen.persistence.audit;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.JournalFailure;
import io.denizen.domain.audit.JournalFailure.RepeatedRequest;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.RequestKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What some change sets change, rely on and are asked for by. Sets that do not clash may be written
 * in any order, and so together.
 */
final class Touched {

  private final Map<UUID, Long> changed = new HashMap<>();
  private final Set<UUID> observed = new HashSet<>();
  private final Set<Request> requests = new HashSet<>();

  void add(ChangeSet set) {
    set.changes().forEach(change -> changed.put(id(change.after()), version(change.after())));
    set.observed().forEach(aggregate -> observed.add(id(aggregate)));
    Request.of(set).ifPresent(requests::add);
  }

  /** Whether it may make a difference which comes first. */
  boolean clashesWith(ChangeSet set) {
    return set.changes().stream().map(change -> id(change.after())).anyMatch(this::isTouched)
        || set.observed().stream().map(Touched::id).anyMatch(changed::containsKey)
        || Request.of(set).filter(requests::contains).isPresent();
  }

  /** Why a set can no longer be committed once these have been. */
  Optional<JournalFailure> refusalOf(ChangeSet set) {
    return Request.of(set)
        .filter(requests::contains)
        .<JournalFailure>map(request -> new RepeatedRequest(request.id()))
        .or(() -> bases(set).filter(this::isOvertaken).findFirst().map(Touched::stale));
  }

  private boolean isTouched(UUID id) {
    return changed.containsKey(id) || observed.contains(id);
  }

  private boolean isOvertaken(Audited base) {
    return changed.getOrDefault(id(base), version(base)) != version(base);
  }

  /** What a set was decided on. */
  private static Stream<Audited> bases(ChangeSet set) {
    return Stream.concat(
        set.observed().stream(),
        set.changes().stream().map(Change::before).flatMap(Stream::ofNullable));
  }

  private static JournalFailure stale(Audited base) {
    return new StaleVersion(base.name());
  }

  private static UUID id(Audited aggregate) {
    return aggregate.id().value();
  }

  private static long version(Audited aggregate) {
    return aggregate.lifecycle().version();
  }

  /** What may be committed once. */
  private record Request(Actor actor, UUID id) {

    static Optional<Request> of(ChangeSet set) {
      RequestKey key = set.request();
      return key == null
          ? Optional.empty()
          : Optional.of(new Request(set.caller().actor(), key.requestId()));
    }
  }
}
