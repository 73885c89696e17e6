package io.denizen.domain.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Which requests were committed, and with what outcome. */
public interface Requests {

  CompletionStage<Optional<CommittedRequest>> find(Actor actor, UUID requestId);
}
