package io.denizen.persistence.audit;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.CommittedRequest;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.shared.ChangeSetId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A committed request as its table has it, column by column.
 *
 * @param resources what the caller was answered, in order
 * @param versions of the resources, each in the same place
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the driver deals in arrays.
record RequestRow(
    Actor actor,
    UUID requestId,
    Fingerprint fingerprint,
    ChangeSetId changeSetId,
    String[] resources,
    Long[] versions,
    Instant createdAt) {

  /** None if the set's caller sent no request id. */
  static Optional<RequestRow> of(ChangeSet set) {
    RequestKey request = set.request();
    return request == null
        ? Optional.empty()
        : Optional.of(
            new RequestRow(
                set.caller().actor(),
                request.requestId(),
                request.fingerprint(),
                set.id(),
                set.outcome().stream()
                    .map(answer -> answer.resource().value())
                    .toArray(String[]::new),
                set.outcome().stream().map(ResourceVersion::version).toArray(Long[]::new),
                set.time()));
  }

  CommittedRequest toCommittedRequest() {
    return new CommittedRequest(
        fingerprint,
        IntStream.range(0, resources.length)
            .mapToObj(i -> new ResourceVersion(new ResourceName(resources[i]), versions[i]))
            .toList());
  }
}
