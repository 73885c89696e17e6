package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationState;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.Together;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the journal promises about invitations that are settled in two ways at the same moment. */
public abstract class InvitationRacesContract extends MembershipPortContract {

  private static final int ROUNDS = 25;

  @Test
  void anInvitationIsAcceptedOrRevokedButNotBoth() {
    Application application = application();
    for (int round = 0; round < ROUNDS; round++) {
      Invitation sent = invitation(application, (Team) null);
      Identity person = person();
      Occasion accepting = fixtures().occasion();
      Occasion revoking = fixtures().occasion();
      Change<Membership> joined = joined(person, application, null, accepting);
      Change<Invitation> accepted = sent.accept(joined.after().id(), accepting);
      Decision<Invitation> accept = Decision.of(accepted).precededBy(List.of(joined));
      Decision<Invitation> revoke = sent.revoke(revoking);

      List<Failure> refusals =
          Together.refusals(
              2, number -> number == 0 ? commit(accept, accepting) : commit(revoke, revoking));

      assertThat(refusals).containsExactly(new StaleVersion(sent.name()));
      Invitation settled =
          answer(ports().invitations().byId(application.id(), sent.id())).orElseThrow();
      assertThat(settled).isIn(accepted.after(), revoke.outcome());
      assertThat(answer(ports().memberships().byId(application.id(), joined.after().id())))
          .as("the membership by what is %s", settled.state())
          .isEqualTo(
              settled.state() == InvitationState.ACCEPTED
                  ? Optional.of(joined.after())
                  : Optional.empty());
      assertThat(eventsOf(sent.name())).hasSize(2);
    }
  }
}
