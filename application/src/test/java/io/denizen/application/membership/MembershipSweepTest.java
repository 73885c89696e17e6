package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.House;
import io.denizen.application.shared.Interrupted;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.ValidityPeriod;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MembershipSweepTest {

  private final House house = new House();
  private final Application shop = house.application();
  private final Instant end = house.watch.instant().plus(Duration.ofHours(1));

  @Test
  void deletesWhatIsOverAsDenizenItselfAndLeavesTheRest() {
    Membership over = until(end);
    Membership later = until(end.plusSeconds(1));
    Membership forEver = house.membership(house.person(), shop, null);
    assertThat(sweepAt(end.minusMillis(1))).isZero();

    assertThat(sweepAt(end)).isEqualTo(1);
    assertThat(sweepAt(end)).isZero();

    assertThat(house.historyOf(over)).containsExactly("created", "expired");
    assertThat(house.eventsOf(over).getLast())
        .extracting(AuditEvent::actor)
        .hasToString("services/denizen");
    assertThat(answer(house.store.memberships().ofApplication(shop.id(), 10)))
        .containsExactlyInAnyOrder(later, forEver);
  }

  @Test
  void whatIsSuspendedEndsToo() {
    Membership over = until(end);
    answer(house.memberships.suspend(house.submission, shop.id(), over.id(), null));

    assertThat(sweepAt(end)).isEqualTo(1);

    assertThat(house.historyOf(over)).containsExactly("created", "suspended", "expired");
  }

  @Test
  void goesOnBatchByBatch() {
    for (int i = 0; i <= MembershipSweep.BATCH; i++) {
      until(end);
    }

    assertThat(sweepAt(end)).isEqualTo(MembershipSweep.BATCH);
    assertThat(sweepAt(end)).isEqualTo(1);
    assertThat(sweepAt(end)).isZero();
  }

  @Test
  void looksAgainWhenOneOfThemWasChangedMeanwhile() {
    Membership changed = until(end);
    Membership over = until(end);
    Interrupted journal = new Interrupted(house.store.journal());
    journal.meanwhile(
        () -> answer(house.memberships.suspend(house.submission, shop.id(), changed.id(), null)));
    Changes overtaken = house.changesTo(journal);

    assertThat(sweepAt(end, overtaken)).isEqualTo(2);

    assertThat(house.historyOf(changed)).containsExactly("created", "suspended", "expired");
    assertThat(house.historyOf(over)).containsExactly("created", "expired");
  }

  private int sweepAt(Instant now) {
    return sweepAt(now, house.changes);
  }

  private int sweepAt(Instant now, Changes changes) {
    return answer(
        new MembershipSweep(house.store.memberships(), changes, Clock.fixed(now, ZoneOffset.UTC))
            .sweep());
  }

  private Membership until(Instant expireTime) {
    return answer(
        house.memberships.create(
            house.submission,
            shop.id(),
            new NewMembership(
                house.person().id(),
                null,
                now -> new MembershipDetails(RoleSlugs.NONE, new ValidityPeriod(null, expireTime)),
                MembershipState.ACTIVE)));
  }
}
