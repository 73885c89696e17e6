package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.membership.Samples.teamId;
import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.shared.Images;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.TokenHash;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationTest {

  private static final TokenHash HASH =
      TokenSecret.of(TokenKind.INVITATION, new byte[TokenSecret.BYTES]).hash();
  private static final TokenHash OTHER = TokenSecret.offered("another").hash();
  private static final MembershipId MEMBERSHIP = membership(1, null).id();

  private final Instant end = THIRD.time().plus(Invitation.USUAL);
  private final Invitation pending = invitation(end);

  private static Invitation invitation(Instant end) {
    return Invitation.create(
            new InvitationId(new UUID(0x7000L, 5_000)),
            APPLICATION,
            new InvitationDetails(
                teamId(1), new EmailAddress("Ada@example.org"), RoleSlugs.of("member")),
            HASH,
            end,
            FIRST)
        .after();
  }

  private Invitation in(InvitationState state) {
    return switch (state) {
      case PENDING -> pending;
      case ACCEPTED -> pending.accept(MEMBERSHIP, SECOND).after();
      case REVOKED -> pending.revoke(SECOND).outcome();
      case EXPIRED -> pending.expire(SECOND).after();
    };
  }

  @Test
  void itIsOpenUntilTheInstantOfItsEnd() {
    assertThat(pending.isOpenAt(FIRST.time())).isTrue();
    assertThat(pending.isOpenAt(end.minusNanos(1))).isTrue();
    assertThat(pending.isOpenAt(end)).isFalse();
    assertThat(pending.delete(SECOND).after().isOpenAt(SECOND.time())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = InvitationState.class,
      names = {"ACCEPTED", "REVOKED", "EXPIRED"})
  void whatIsNotPendingIsAcceptedByNobody(InvitationState state) {
    assertThat(in(state).isOpenAt(THIRD.time())).isFalse();
    assertThat(refusal(() -> in(state).accept(MEMBERSHIP, THIRD)))
        .isEqualTo(new InvitationFailure.Invalid());
  }

  @ParameterizedTest
  @EnumSource(InvitationState.class)
  void anImageGivesBackAllButTheHash(InvitationState state) {
    Invitation invitation = in(state);

    assertThat(InvitationSummary.fromImage(invitation.image())).isEqualTo(invitation.summary());
    assertThat(invitation.image().toString()).doesNotContain(HASH.hex());
    assertThat(invitation.toString()).doesNotContain(HASH.hex());
  }

  @Test
  void anAcceptanceSaysWhenAndWhatCameOfIt() {
    Invitation accepted = in(InvitationState.ACCEPTED);

    assertThat(accepted.acceptTime()).isEqualTo(SECOND.time());
    assertThat(accepted.membershipId()).isEqualTo(MEMBERSHIP);
    assertThat(Images.differing(pending.image(), accepted.image()))
        .containsExactlyInAnyOrder("state", "accept_time", "membership", "update_time", "version");
  }

  @Test
  void itIsResentWithAnotherTokenAndAnotherEnd() {
    Instant later = end.plusSeconds(1);
    for (InvitationState state :
        new InvitationState[] {InvitationState.PENDING, InvitationState.EXPIRED}) {
      Invitation resent = in(state).resend(OTHER, later, THIRD).after();

      assertThat(resent.hash()).isEqualTo(OTHER);
      assertThat(resent.expireTime()).isEqualTo(later);
      assertThat(resent.isOpenAt(end)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = InvitationState.class,
      names = {"ACCEPTED", "REVOKED"})
  void whatIsSettledStaysSo(InvitationState state) {
    assertThat(refusal(() -> in(state).resend(OTHER, end, THIRD)))
        .isEqualTo(new InvitationFailure.Settled(APPLICATION, pending.id(), state));
  }

  @Test
  void itIsRevokedOnceAndNotAfterItWasAccepted() {
    Invitation revoked = in(InvitationState.REVOKED);

    assertThat(revoked.revoke(THIRD)).isEqualTo(Decision.nothing(revoked));
    assertThat(in(InvitationState.EXPIRED).revoke(THIRD).outcome().state())
        .isEqualTo(InvitationState.REVOKED);
    assertThat(refusal(() -> in(InvitationState.ACCEPTED).revoke(THIRD)))
        .isEqualTo(
            new InvitationFailure.Settled(APPLICATION, pending.id(), InvitationState.ACCEPTED));
  }

  @Test
  void itLastsNinetyDaysAtMost() {
    Instant now = FIRST.time();
    InvalidValue refused = new InvalidValue("must be in the future, and at most 90 days from now");

    assertThat(invitation(now.plus(Invitation.LONGEST)).isOpenAt(now)).isTrue();
    assertThat(refusal(() -> invitation(now))).isEqualTo(refused);
    assertThat(refusal(() -> invitation(now.plus(Invitation.LONGEST).plusNanos(1_000))))
        .isEqualTo(refused);
  }
}
