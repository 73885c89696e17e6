package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.membership.v1.ActivateMembershipRequest;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Membership.State;
import io.denizen.membership.v1.SuspendMembershipRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.grpc.Status.Code;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class MembershipTimesTest extends GrpcTest {

  private static final long YEAR_10000 = 253_402_300_800L;

  private final long now = Instant.now().getEpochSecond();
  private final Application application = create(application());

  /** To be refused, and so never there. */
  private final Membership.Builder refused = member();

  private Membership.Builder member() {
    return membership(create(person())).toBuilder();
  }

  @Test
  void itIsActiveForEverUnlessSomethingElseIsSaid() {
    Membership created = create(application, member().build());

    assertThat(created.getState()).isEqualTo(State.STATE_ACTIVE);
    assertThat(created.hasStartTime()).isFalse();
    assertThat(created.hasExpireTime()).isFalse();
    assertThat(create(application, member().setState(State.STATE_INVITED).build()).getState())
        .isEqualTo(State.STATE_INVITED);
  }

  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"STATE_SUSPENDED", "UNRECOGNIZED"})
  void itBeginsInNoOtherState(State state) {
    Membership.Builder wanted = member();
    Membership wrong =
        state == State.UNRECOGNIZED
            ? wanted.setStateValue(99).build()
            : wanted.setState(state).build();

    denizen.refused(() -> create(application, wrong)).isInvalid("membership.state");
  }

  @Test
  void itIsSuspendedAndActivatedWithOneEventEach() {
    String name = create(application, member().setState(State.STATE_INVITED).build()).getName();

    assertThat(denizen.audited("membership.activated", () -> activate(name)).getState())
        .isEqualTo(State.STATE_ACTIVE);
    denizen.unaudited(() -> activate(name));
    Membership suspended = denizen.audited("membership.suspended", () -> suspend(name));
    assertThat(suspended.getState()).isEqualTo(State.STATE_SUSPENDED);
    assertThat(denizen.unaudited(() -> suspend(name))).isEqualTo(suspended);
    assertThat(denizen.audited("membership.activated", () -> activate(name)).getState())
        .isEqualTo(State.STATE_ACTIVE);
  }

  @Test
  void whatIsNotThereIsNeitherSuspendedNorActivated() {
    String nothing = application.getName() + "/memberships/" + NOBODY;

    denizen.refused(() -> suspend(nothing)).is(Code.NOT_FOUND, "MEMBERSHIP_NOT_FOUND").of(nothing);
    denizen.refused(() -> activate(nothing)).is(Code.NOT_FOUND, "MEMBERSHIP_NOT_FOUND").of(nothing);
  }

  @Test
  void timesAreAnsweredInMicroseconds() {
    Timestamp start = Timestamp.newBuilder().setSeconds(now - 10).setNanos(123_456_789).build();
    Timestamp end = Timestamp.newBuilder().setSeconds(YEAR_10000 - 1).setNanos(999_999_999).build();

    Membership created =
        create(application, member().setStartTime(start).setExpireTime(end).build());

    assertThat(created.getStartTime()).isEqualTo(start.toBuilder().setNanos(123_456_000).build());
    assertThat(created.getExpireTime()).isEqualTo(end.toBuilder().setNanos(999_999_000).build());
  }

  @Test
  void aTimeToLiveIsAnsweredAsTheEndThatItMakes() {
    Membership created =
        create(application, member().setTtl(Duration.newBuilder().setSeconds(60)).build());

    assertThat(created.hasTtl()).isFalse();
    Timestamp from = created.getCreateTime();
    assertThat(created.getExpireTime())
        .isEqualTo(from.toBuilder().setSeconds(from.getSeconds() + 60).build());
  }

  @ParameterizedTest
  @CsvSource({
    // Seconds from now, and where the year 10000 begins.
    "-1, 0",
    "0, 0",
    "999999999999, 0",
    "-99999999999999, 0",
    "60, -1",
    "60, 1000000000"
  })
  void anEndIsInTheFutureAndOfAYearThatThereIs(long seconds, int nanos) {
    Timestamp end = Timestamp.newBuilder().setSeconds(now + seconds).setNanos(nanos).build();

    denizen
        .refused(() -> create(application, refused.clone().setExpireTime(end).build()))
        .isInvalid("membership.expire_time");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 999",
    "-1, 0",
    "0, -1",
    "1, -1",
    "315576000000, 0",
    "315576000001, 0",
    "60, 1000000000"
  })
  void aTimeToLiveIsPositiveAndEndsInAYearThatThereIs(long seconds, int nanos) {
    Duration ttl = Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();

    denizen
        .refused(() -> create(application, refused.clone().setTtl(ttl).build()))
        .isInvalid("membership.ttl");
  }

  @Test
  void itStartsBeforeItEnds() {
    Timestamp later = Timestamp.newBuilder().setSeconds(now + 100).build();

    denizen
        .refused(
            () ->
                create(
                    application, refused.clone().setStartTime(later).setExpireTime(later).build()))
        .isInvalid("membership.expire_time");
    denizen
        .refused(
            () ->
                create(
                    application,
                    refused
                        .clone()
                        .setStartTime(later)
                        .setTtl(Duration.newBuilder().setSeconds(9))
                        .build()))
        .isInvalid("membership.ttl");
    denizen
        .refused(
            () ->
                create(
                    application,
                    refused
                        .clone()
                        .setStartTime(Timestamp.newBuilder().setSeconds(YEAR_10000))
                        .build()))
        .isInvalid("membership.start_time");
    Membership ending = create(application, member().setExpireTime(later).build());
    denizen
        .refused(() -> update(ending.toBuilder().setStartTime(later).build(), "start_time"))
        .isInvalid("membership.start_time");
  }

  @Test
  void anUpdateTakesTheTimesThatItsMaskNames() {
    Membership created = create(application, member().build());
    Timestamp start = Timestamp.newBuilder().setSeconds(now - 5).build();
    Timestamp end = Timestamp.newBuilder().setSeconds(now + 500).build();
    Membership limited =
        created.toBuilder().clearEtag().setStartTime(start).setExpireTime(end).build();

    assertThat(
            denizen
                .audited("membership.updated", () -> update(limited, "start_time"))
                .hasExpireTime())
        .isFalse();
    assertThat(denizen.audited("membership.updated", () -> update(limited, "ttl")).getExpireTime())
        .isEqualTo(end);
    denizen.unaudited(() -> update(limited, "start_time", "expire_time"));
    Membership longer = limited.toBuilder().setTtl(Duration.newBuilder().setSeconds(5_000)).build();
    assertThat(
            denizen
                .audited("membership.updated", () -> update(longer, "expire_time"))
                .getExpireTime()
                .getSeconds())
        .isGreaterThanOrEqualTo(now + 5_000);
    Membership cleared =
        denizen.audited(
            "membership.updated", () -> update(created.toBuilder().clearEtag().build(), "*"));
    assertThat(cleared.hasStartTime() || cleared.hasExpireTime()).isFalse();
    denizen
        .refused(() -> update(limited.toBuilder().setExpireTime(start).build(), "expire_time"))
        .isInvalid("membership.expire_time");
  }

  @Test
  void anUpdateChangesNoState() {
    Membership created = create(application, member().build());
    Membership suspended = created.toBuilder().setState(State.STATE_SUSPENDED).build();

    for (List<String> mask : List.of(List.of("state"), List.of("*"), List.<String>of())) {
      denizen
          .refused(() -> update(suspended, mask.toArray(String[]::new)))
          .isInvalid("membership.state");
    }
    denizen.unaudited(() -> update(created, "state"));
    denizen.unaudited(() -> update(created.toBuilder().clearState().build(), "*"));
  }

  private Membership suspend(String name) {
    return memberships.suspendMembership(
        SuspendMembershipRequest.newBuilder().setName(name).build());
  }

  private Membership activate(String name) {
    return memberships.activateMembership(
        ActivateMembershipRequest.newBuilder().setName(name).build());
  }

  private Membership update(Membership membership, String... mask) {
    return memberships.updateMembership(
        UpdateMembershipRequest.newBuilder()
            .setMembership(membership)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }
}
