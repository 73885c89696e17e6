package io.denizen.application.shared;

import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Tells what was refused from what broke. */
public final class Refused {

  private Refused() {}

  /** What a stage was refused with; null if it broke in another way. */
  public static @Nullable Failure failure(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return cause instanceof FailureException refused ? refused.failure() : null;
  }
}
