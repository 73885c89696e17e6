package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.role;
import static io.denizen.domain.shared.Occasions.SECOND;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OwnersTest {

  /** Everything is owned by every role, and by nobody else. */
  private static final Owners ALL =
      new Owners() {
        @Override
        public CompletionStage<List<Place>> ownedBy(List<MembershipId> memberships) {
          throw new AssertionError("nobody leaves");
        }

        @Override
        public CompletionStage<List<Place>> ownedThrough(
            ApplicationId applicationId, Slug role, int limit) {
          return CompletableFuture.completedStage(
              Collections.nCopies(limit, new Place(applicationId, null)));
        }

        @Override
        public CompletionStage<List<Owner>> others(
            List<Place> places, List<MembershipId> leaving, List<Slug> ending, Instant now) {
          throw new AssertionError("too many to ask for");
        }
      };

  @Test
  void aRoleThatOwnsMoreThanAChangeCanRelyOnStaysARoleOfOwners() {
    Role owner = role("owner");

    assertThatThrownBy(
            () ->
                ALL.keptWithout(owner, Decision.nothing(owner), SECOND)
                    .toCompletableFuture()
                    .join())
        .hasMessageContaining(new TooLarge(Journal.MAX_CHANGES + 1).asException().getMessage());
  }
}
