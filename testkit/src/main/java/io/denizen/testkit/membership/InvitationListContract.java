package io.denizen.testkit.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationQuery;
import io.denizen.domain.membership.InvitationState;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.testkit.shared.Pages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Invitations#list} promises. */
public abstract class InvitationListContract extends MembershipPortContract {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 1_000})
  void listsInOrderOfCreationBothWays(int pageSize) {
    Application application = application();
    Invitation one = invitation(application, team(application));
    Invitation two = invitation(application, (Team) null);
    Invitation three = invitation(application, (Team) null);
    invitation(application(), (Team) null);

    assertThat(walk(InvitationQuery.of(application.id()), pageSize))
        .containsExactly(one, two, three);
    assertThat(walk(new InvitationQuery(application.id(), null, null, null, true, false), pageSize))
        .containsExactly(three, two, one);
  }

  @Test
  void filtersByTeamAddressAndState() {
    Application application = application();
    Team team = team(application);
    Invitation direct = invitation(application, (Team) null);
    Invitation inTeam = invitation(application, team);
    Invitation revoked = decided(invitation(application, team)::revoke);
    EmailAddress louder =
        new EmailAddress(inTeam.details().email().value().toUpperCase(Locale.ROOT));

    assertThat(walk(of(application, team.id(), null, null), 1)).containsExactly(inTeam, revoked);
    assertThat(walk(of(application, null, louder, null), 1)).containsExactly(inTeam);
    assertThat(walk(of(application, null, null, InvitationState.PENDING), 1))
        .containsExactly(direct, inTeam);
    assertThat(walk(of(application, team.id(), null, InvitationState.REVOKED), 1))
        .containsExactly(revoked);
    assertThat(walk(of(application(), null, louder, null), 1)).isEmpty();
  }

  @Test
  void leavesOutDeletedOnesUnlessAskedForThem() {
    Application application = application();
    Team team = team(application);
    Invitation gone = invitation(application, team);
    decided(occasion -> team.delete(NOTHING.and(List.of(gone)), false, occasion));
    Invitation there = invitation(application, (Team) null);

    assertThat(walk(InvitationQuery.of(application.id()), 1)).containsExactly(there);
    assertThat(walk(new InvitationQuery(application.id(), null, null, null, false, true), 1))
        .extracting(Invitation::id)
        .containsExactly(gone.id(), there.id());

    Invitation revoked = decided(there::revoke);
    deleted(application);
    assertThat(walk(InvitationQuery.of(application.id()), 1)).isEmpty();
    assertThat(walk(new InvitationQuery(application.id(), null, null, null, false, true), 1))
        .extracting(Invitation::id)
        .containsExactly(gone.id(), revoked.id());
  }

  private List<Invitation> walk(InvitationQuery query, int pageSize) {
    return Pages.walk(page -> ports().invitations().list(query, page), pageSize);
  }

  private static InvitationQuery of(
      Application application,
      @Nullable TeamId team,
      @Nullable EmailAddress email,
      @Nullable InvitationState state) {
    return new InvitationQuery(application.id(), team, email, state, false, false);
  }
}
