package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.GrantableRoles;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Memberships} promises to those who ask by keys of several, and by their end. */
public abstract class MembershipKeysContract extends MembershipPortContract {

  @Test
  void findsThoseOfTheGivenIdsThatAreInTheApplication() {
    Application application = application();
    Membership one = membership(person(), application, null);
    Membership two = membership(person(), application, team(application));
    Membership gone = committed(membership(person(), application, null)::delete);
    Membership elsewhere = membership(person(), application(), null);

    assertThat(
            answer(
                memberships()
                    .byIds(
                        application.id(),
                        List.of(
                            two.id(),
                            one.id(),
                            gone.id(),
                            elsewhere.id(),
                            fixtures().membershipId(),
                            one.id()))))
        .containsExactlyInAnyOrder(one, two);
    assertThat(answer(memberships().byIds(application.id(), List.of()))).isEmpty();
  }

  @Test
  void findsWhoIsAtThePlacesThatAreAskedFor() {
    Identity person = person();
    Identity other = person();
    Application application = application();
    Team team = team(application);
    Membership direct = membership(person, application, null);
    Membership inTeam = membership(person, application, team);
    Membership another = membership(other, application, null);
    membership(other, application, team(application));
    committed(membership(other, application, team)::delete);

    assertThat(
            answer(
                memberships()
                    .at(
                        List.of(
                            MembershipKey.of(direct),
                            MembershipKey.of(inTeam),
                            MembershipKey.of(another),
                            new MembershipKey(application.id(), other.id(), team.id()),
                            MembershipKey.of(direct)))))
        .containsExactlyInAnyOrder(direct, inTeam, another);
    assertThat(answer(memberships().at(List.of(MembershipKey.of(inTeam))))).containsExactly(inTeam);
    assertThat(answer(memberships().at(List.of()))).isEmpty();
  }

  @Test
  void findsWhatIsOverTheLongestOverFirst() {
    Application application = application();
    Instant end = fixtures().occasion().time().plus(Duration.ofDays(1));
    Membership second = until(application, end);
    Membership first = decided(until(application, end.minusNanos(1_000))::suspend);
    Membership later = until(application, end.plusNanos(1_000));
    Membership gone = committed(until(application, end)::delete);
    Membership forEver = membership(person(), application, null);

    assertThat(answer(memberships().over(end, 10_000)))
        .containsSubsequence(first, second)
        .doesNotContain(later, gone, forEver);
    assertThat(answer(memberships().over(end, 1))).hasSize(1);
  }

  @Test
  void letsWhatIsOverMakeRoomInTheSameSet() {
    Application application = application();
    Membership first = membership(person(), application, null);
    Membership second = membership(person(), application, null);
    Identity newcomer = person();

    Membership next =
        decided(
            occasion ->
                Decision.of(created(second.identityId(), application, occasion))
                    .precededBy(
                        List.of(
                            first.expire(occasion),
                            created(first.identityId(), application, occasion),
                            created(newcomer.id(), application, occasion),
                            second.expire(occasion))));

    assertThat(answer(memberships().at(List.of(MembershipKey.of(second))))).containsExactly(next);
    assertThat(answer(memberships().at(List.of(MembershipKey.of(first)))))
        .singleElement()
        .isNotEqualTo(first);
    assertThat(answer(memberships().ofApplication(application.id(), 10))).hasSize(3);
  }

  @Test
  void letsWhatComesBackTakeThePlaceOfWhatIsOverInTheSameSet() {
    Identity person = person();
    Application application = application();
    Membership gone = committed(membership(person, application, null)::delete);
    Membership over = membership(person, application, null);

    Membership back =
        decided(
            occasion ->
                Decision.of(gone.undelete(GrantableRoles.of(List.of()), occasion))
                    .precededBy(List.of(over.expire(occasion))));

    assertThat(answer(memberships().at(List.of(MembershipKey.of(gone))))).containsExactly(back);
  }

  private Change<Membership> created(
      IdentityId identity, Application application, Occasion occasion) {
    return Membership.create(
        fixtures().membershipId(),
        application.id(),
        identity,
        null,
        MembershipDetails.of(RoleSlugs.NONE),
        MembershipState.ACTIVE,
        occasion);
  }

  private Membership until(Application application, Instant end) {
    Membership membership = membership(person(), application, null);
    return decided(
        occasion ->
            membership.update(
                current -> new MembershipDetails(current.roles(), new ValidityPeriod(null, end)),
                occasion));
  }

  private Memberships memberships() {
    return ports().memberships();
  }
}
