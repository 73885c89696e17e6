package io.denizen.application.session;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.Session;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Commits what gives out a token. */
final class Grants {

  private final Changes changes;

  Grants(Changes changes) {
    this.changes = changes;
  }

  /** The token is worth something only once this has completed. */
  CompletionStage<SessionGrant> commit(
      Submission submission, Occasion occasion, Decision<Session> decision, RefreshSecret secret) {
    return changes
        .write(
            submission, ChangeSet.of(occasion, submission.caller(), submission.request(), decision))
        .thenApply(
            written ->
                new SessionGrant(decision.outcome(), submission.validateOnly() ? null : secret));
  }

  /** The answer to a repeated request; nobody has its token any more but whoever got it. */
  CompletionStage<SessionGrant> again(List<ResourceVersion> outcome) {
    return changes
        .asItWas(outcome.getFirst(), Session::fromImage)
        .thenApply(session -> new SessionGrant(session, null));
  }
}
