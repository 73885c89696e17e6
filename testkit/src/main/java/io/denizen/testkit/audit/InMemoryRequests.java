package io.denizen.testkit.audit;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.CommittedRequest;
import io.denizen.domain.audit.Requests;
import io.denizen.testkit.shared.Store;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The requests of a {@link Trail}. */
public final class InMemoryRequests implements Requests {

  private final Store store;
  private final Trail trail;

  public InMemoryRequests(Store store, Trail trail) {
    this.store = store;
    this.trail = trail;
  }

  @Override
  public CompletionStage<Optional<CommittedRequest>> find(Actor actor, UUID requestId) {
    return store.alone(() -> Optional.ofNullable(trail.request(actor, requestId)));
  }
}
