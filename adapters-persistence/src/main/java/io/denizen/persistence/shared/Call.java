package io.denizen.persistence.shared;

import io.denizen.domain.shared.CallerScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What one caller wants of the database, and where it hears of it. */
public abstract class Call<A> {

  private final CallerScope.Captured caller;
  private final CompletableFuture<A> answer = new CompletableFuture<>();

  protected Call(CallerScope.Captured caller) {
    this.caller = caller;
  }

  public final CallerScope.Captured caller() {
    return caller;
  }

  public final CompletionStage<A> answer() {
    return answer;
  }

  public final void complete(@Nullable A value) {
    caller.run(() -> answer.complete(value));
  }

  public final void refuse(Throwable why) {
    caller.run(() -> answer.completeExceptionally(why));
  }
}
