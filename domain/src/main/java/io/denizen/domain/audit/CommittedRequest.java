package io.denizen.domain.audit;

import java.util.List;

/** A request that took effect before, and what it was answered. */
public record CommittedRequest(Fingerprint fingerprint, List<ResourceVersion> outcome) {

  public CommittedRequest {
    outcome = List.copyOf(outcome);
  }
}
