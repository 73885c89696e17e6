package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.application.shared.Interrupted;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ElementFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a membership is over that no sweep has met yet. */
class MembershipRoomTest {

  private final House house = new House();
  private final Interrupted journal = new Interrupted(house.store.journal());
  private final Application shop = house.application();
  private final Identity ada = house.person();
  private final Identity grace = house.person();
  private final Instant end = house.watch.instant().plus(Duration.ofHours(1));
  private final Membership over =
      answer(house.memberships.create(house.submission, shop.id(), wanted(ada, end)));

  @BeforeEach
  void isNotOverBefore() {
    house.watch.pass(Duration.ofHours(1).minusNanos(1_000));
    assertThat(refusal(create(ada))).isEqualTo(new MembershipFailure.Exists());
    assertThat(refusal(createBoth()))
        .isEqualTo(new ElementFailure("requests[1]", new MembershipFailure.Exists()));
    house.watch.pass(Duration.ofNanos(1_000));
  }

  @Test
  void anotherOneBeginsAtOnce() {
    Membership next = answer(create(ada));

    assertThat(house.historyOf(over)).containsExactly("created", "expired");
    assertThat(house.eventsOf(over).getLast().changeSetId())
        .isEqualTo(house.eventsOf(next).getFirst().changeSetId());
    assertThat(refusal(create(ada))).isEqualTo(new MembershipFailure.Exists());
  }

  @Test
  void aBatchTakesItsPlace() {
    List<Membership> created = answer(createBoth());

    assertThat(created).extracting(Membership::identityId).containsExactly(grace.id(), ada.id());
    assertThat(house.historyOf(over)).containsExactly("created", "expired");
  }

  @Test
  void aBatchTakesItOnce() {
    assertThat(
            refusal(
                house.membershipBatches.create(
                    house.submission,
                    shop.id(),
                    List.of(wanted(ada, null), wanted(grace, null), wanted(ada, null)))))
        .isEqualTo(new ElementFailure("requests[2]", new MembershipFailure.Exists()));
    assertThat(house.historyOf(over)).containsExactly("created");
  }

  @Test
  void aBatchThatIsOvertakenNamesThePlaceThatIsTakenAndNotTheOneThatIsOver() {
    journal.meanwhile(() -> house.membership(grace, shop, null));
    MembershipBatches batches =
        new MembershipBatches(
            house.store.identities(),
            house.store.applications(),
            house.store.teams(),
            house.store.roles(),
            house.store.memberships(),
            house.store.owners(),
            house.changesTo(journal),
            house.store.ids());

    assertThat(
            refusal(
                batches.create(
                    house.submission, shop.id(), List.of(wanted(ada, null), wanted(grace, null)))))
        .isEqualTo(new ElementFailure("requests[1]", new MembershipFailure.Exists()));
    assertThat(house.historyOf(over)).containsExactly("created");
  }

  @Test
  void anEarlierOneComesBack() {
    Membership next = answer(create(ada));
    answer(house.memberships.delete(house.submission, shop.id(), next.id(), null));
    Membership third =
        answer(
            house.memberships.create(house.submission, shop.id(), wanted(ada, end.plusSeconds(1))));
    assertThat(refusal(undelete(next))).isEqualTo(new MembershipFailure.Exists());
    house.watch.pass(Duration.ofSeconds(1));

    answer(undelete(next));

    assertThat(house.historyOf(third)).containsExactly("created", "expired");
    assertThat(house.historyOf(next)).containsExactly("created", "deleted", "undeleted");
  }

  @Test
  void whoIsOvertakenByTheSweepLooksAgain() {
    MembershipLifecycle lifecycle =
        new MembershipLifecycle(
            house.store.identities(),
            house.store.applications(),
            house.store.teams(),
            house.store.roles(),
            house.store.memberships(),
            house.store.owners(),
            house.changesTo(journal),
            house.store.ids());
    // The first attempt fails by itself; the sweep comes before the second.
    AtomicInteger attempts = new AtomicInteger();
    journal.always(
        () -> {
          if (attempts.incrementAndGet() == 2) {
            sweep();
          }
        });

    Membership next = answer(lifecycle.create(house.submission, shop.id(), wanted(ada, null)));

    assertThat(house.historyOf(over)).containsExactly("created", "expired");
    assertThat(house.historyOf(next)).containsExactly("created");
  }

  private void sweep() {
    Clock now = Clock.fixed(house.watch.instant(), ZoneOffset.UTC);
    assertThat(answer(new MembershipSweep(house.store.memberships(), house.changes, now).sweep()))
        .isEqualTo(1);
  }

  private CompletionStage<Membership> create(Identity identity) {
    return house.memberships.create(house.submission, shop.id(), wanted(identity, null));
  }

  private CompletionStage<List<Membership>> createBoth() {
    return house.membershipBatches.create(
        house.submission, shop.id(), List.of(wanted(grace, null), wanted(ada, null)));
  }

  private CompletionStage<Membership> undelete(Membership membership) {
    return house.memberships.undelete(house.submission, shop.id(), membership.id(), null);
  }

  private static NewMembership wanted(Identity identity, @Nullable Instant expireTime) {
    return new NewMembership(
        identity.id(),
        null,
        now -> new MembershipDetails(RoleSlugs.NONE, new ValidityPeriod(null, expireTime)),
        MembershipState.ACTIVE);
  }
}
