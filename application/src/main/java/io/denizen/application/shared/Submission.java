package io.denizen.application.shared;

import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * How a change is asked for.
 *
 * @param request makes the change happen at most once (AIP-155); null if the caller sent no request
 *     id
 * @param validateOnly decide and check everything, answer as if it were done, change nothing
 *     (AIP-163)
 */
public record Submission(Caller caller, @Nullable RequestKey request, boolean validateOnly) {

  /** Do it, without a request id. */
  public static Submission by(Caller caller) {
    return new Submission(caller, null, false);
  }
}
