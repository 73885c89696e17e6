package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignIn;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Ends the sign-ins that began while those of an identity were being ended. Between the look at
 * which are open and the commit that ends them somebody may sign in, and neither the one nor the
 * other notices. So there is a second look, once that is committed; who signs in after it signs in
 * under what holds from then on.
 */
public final class LateSignIns {

  private final SignIns<?> signIns;
  private final Changes changes;

  public LateSignIns(SignIns<?> signIns, Changes changes) {
    this.signIns = signIns;
    this.changes = changes;
  }

  /**
   * Ends what is open, in a change of its own. Completes with how many those were, nearly always
   * none.
   *
   * <p>May complete with a {@link io.denizen.domain.shared.StoreFailure} or a {@link
   * io.denizen.domain.audit.JournalFailure}; what it follows has been committed all the same.
   *
   * @param kept the one that stays open; null if none does
   */
  public CompletionStage<Integer> end(
      Caller caller, IdentityId identityId, @Nullable ResourceName kept, SignInEnd why) {
    Submission own = Submission.by(caller);
    return Overtaken.decidedAgain(
        () ->
            changes.once(
                own,
                occasion ->
                    signIns
                        .openOf(identityId)
                        .thenApply(open -> ended(open, kept, why, occasion))
                        .thenCompose(late -> write(own, occasion, late)),
                outcome -> CompletableFuture.completedStage(outcome.size())));
  }

  private static List<? extends Decision<?>> ended(
      List<? extends SignIn> open, @Nullable ResourceName kept, SignInEnd why, Occasion occasion) {
    return open.stream()
        .filter(signIn -> !signIn.name().equals(kept))
        .map(signIn -> Decision.of(signIn.revoke(why, occasion)))
        .toList();
  }

  private CompletionStage<Integer> write(
      Submission own, Occasion occasion, List<? extends Decision<?>> late) {
    return late.isEmpty()
        ? CompletableFuture.completedStage(0)
        : changes.writeAll(own, occasion, late).thenApply(written -> late.size());
  }
}
