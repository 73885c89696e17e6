package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipQuery;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Memberships#list} promises. */
public abstract class MembershipListContract extends MembershipPortContract {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 1_000})
  void listsInOrderOfCreationBothWays(int pageSize) {
    Application application = application();
    Team team = team(application);
    Identity person = person();
    Membership one = membership(person, application, team);
    Membership two = membership(person, application, null);
    Membership three = membership(person(), application, team);

    assertThat(walk(of(application.id(), null, null, null), pageSize))
        .containsExactly(one, two, three);
    assertThat(walk(new MembershipQuery(application.id(), null, null, null, true, false), pageSize))
        .containsExactly(three, two, one);
  }

  @Test
  void endsWhenThePageIsExactlyFull() {
    Identity person = person();
    membership(person, application(), null);
    membership(person, application(), null);
    MembershipQuery query = of(null, person.id(), null, null);

    assertThat(answer(list(query).apply(PageRequest.first(1))).next()).isNotNull();
    assertThat(answer(list(query).apply(PageRequest.first(2))).next()).isNull();
  }

  @Test
  void filtersByApplicationIdentityTeamAndRole() {
    Identity person = person();
    Application application = application();
    Team team = team(application);
    Team inner = team(application, team.id());
    Membership direct = membership(person, application, null, "admin", "member");
    Membership inTeam = membership(person, application, team, "member");
    Membership inInner = membership(person(), application, inner, "admin");
    Membership elsewhere = membership(person, application(), null, "admin");
    Slug admin = new Slug("admin");

    assertThat(walk(of(application.id(), null, null, null), 1))
        .containsExactly(direct, inTeam, inInner);
    assertThat(walk(of(null, person.id(), null, null), 1))
        .containsExactly(direct, inTeam, elsewhere);
    assertThat(walk(of(application.id(), person.id(), null, null), 1))
        .containsExactly(direct, inTeam);
    assertThat(walk(of(null, null, team.id(), null), 1)).containsExactly(inTeam);
    assertThat(walk(of(application.id(), null, inner.id(), null), 1)).containsExactly(inInner);
    assertThat(walk(of(application.id(), null, null, admin), 1)).containsExactly(direct, inInner);
    assertThat(walk(of(application.id(), null, inner.id(), admin), 1)).containsExactly(inInner);
    assertThat(walk(of(application.id(), null, team.id(), admin), 1)).isEmpty();
    assertThat(walk(of(application.id(), person.id(), null, admin), 1)).containsExactly(direct);
    assertThat(walk(of(null, person.id(), null, admin), 1)).containsExactly(direct, elsewhere);
    assertThat(walk(of(application.id(), null, null, new Slug("adm")), 1)).isEmpty();
    assertThat(walk(of(elsewhere.applicationId(), null, team.id(), null), 1)).isEmpty();
  }

  @Test
  void listsAcrossAllApplications() {
    Cursor start = Cursor.at(fixtures().membershipId());
    Membership one = membership(person(), application(), null);
    Membership two = membership(person(), application(), null);

    assertThat(Pages.walk(list(MembershipQuery.ALL), 1, start, any -> true))
        .containsExactly(one, two);
  }

  @Test
  void leavesOutDeletedOnesUnlessAskedForThem() {
    Identity person = person();
    Application application = application();
    Membership gone = committed(membership(person, application, null)::delete);
    Membership back = membership(person, application, null);

    assertThat(walk(of(application.id(), null, null, null), 1)).containsExactly(back);
    assertThat(walk(new MembershipQuery(null, person.id(), null, null, false, true), 1))
        .containsExactly(gone, back);
  }

  @Test
  void listsWhoHasARoleInOrderOfCreationBothWaysWithoutThoseWhoAreDeleted() {
    Application application = application();
    Slug admin = new Slug("admin");
    Membership one = membership(person(), application, null, "admin");
    Membership gone =
        committed(membership(person(), application, team(application), "admin")::delete);
    Membership two = membership(person(), application, team(application), "admin");

    assertThat(walk(of(application.id(), null, null, admin), 1)).containsExactly(one, two);
    assertThat(walk(new MembershipQuery(application.id(), null, null, admin, true, false), 1))
        .containsExactly(two, one);
    assertThat(walk(new MembershipQuery(application.id(), null, null, admin, false, true), 1))
        .containsExactly(one, gone, two);
  }

  private List<Membership> walk(MembershipQuery query, int pageSize) {
    return Pages.walk(list(query), pageSize);
  }

  private Function<PageRequest, CompletionStage<Page<Membership>>> list(MembershipQuery query) {
    return page -> ports().memberships().list(query, page);
  }

  private static MembershipQuery of(
      @Nullable ApplicationId application,
      @Nullable IdentityId identity,
      @Nullable TeamId team,
      @Nullable Slug role) {
    return new MembershipQuery(application, identity, team, role, false, false);
  }
}
