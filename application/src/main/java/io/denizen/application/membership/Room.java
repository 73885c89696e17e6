package io.denizen.application.membership;

import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Refused;
import io.denizen.domain.audit.Change;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What has to end for a membership to begin: one there whose time is over, until it is swept. */
interface Room {

  /**
   * The changes that make room, none if there is room. Fails with {@link MembershipFailure.Exists}
   * if whatever is there is not over.
   */
  CompletionStage<List<Change<Membership>>> at(MembershipKey key, Occasion occasion);

  /**
   * Attempts something as though there were room, since there nearly always is, so that nobody pays
   * for a look; and once more if there is none.
   */
  static <T> CompletionStage<T> made(
      Memberships memberships, Function<Room, CompletionStage<T>> attempt) {
    return attempt
        .apply((key, occasion) -> CompletableFuture.completedStage(List.of()))
        .exceptionallyCompose(
            thrown ->
                Refused.failure(thrown) instanceof MembershipFailure.Exists
                    ? Overtaken.decidedAgain(() -> attempt.apply(among(memberships)))
                    : CompletableFuture.failedStage(thrown));
  }

  private static Room among(Memberships memberships) {
    return (key, occasion) ->
        memberships
            .at(List.of(key))
            .thenApply(
                there -> there.stream().map(membership -> ended(membership, occasion)).toList());
  }

  private static Change<Membership> ended(Membership there, Occasion occasion) {
    if (!there.isOverAt(occasion.time())) {
      throw new MembershipFailure.Exists().asException();
    }
    return there.expire(occasion);
  }
}
