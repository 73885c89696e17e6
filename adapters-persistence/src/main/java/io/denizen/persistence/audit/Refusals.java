package io.denizen.persistence.audit;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.JournalFailure.RepeatedRequest;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.Failure;
import io.denizen.persistence.shared.SqlErrors;
import io.denizen.persistence.shared.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the domain's terms why PostgreSQL refused a change set. */
final class Refusals {

  private final Map<String, Failure> byUniqueIndex;
  private final Set<String> once;

  Refusals(List<Table<?>> tables) {
    byUniqueIndex =
        tables.stream()
            .flatMap(table -> table.taken().entrySet().stream())
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    once =
        tables.stream()
            .flatMap(table -> table.once().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The exception to throw instead: a refusal where there is one, else what was thrown. */
  RuntimeException explain(RuntimeException thrown, ChangeSet set) {
    String index = SqlErrors.violatedUnique(thrown).orElse("");
    if (SqlErrors.isOvertaken(thrown) || once.contains(index)) {
      return new StaleVersion(about(set)).asException();
    }
    RequestKey request = set.request();
    if (request != null && index.equals("requests_pkey")) {
      return new RepeatedRequest(request.requestId()).asException();
    }
    Failure taken = byUniqueIndex.get(index);
    return taken == null ? thrown : taken.asException();
  }

  /** A set may be nothing but its request, which found nothing to do. */
  private static @Nullable ResourceName about(ChangeSet set) {
    return set.outcome().isEmpty() ? null : set.outcome().getFirst().resource();
  }
}
