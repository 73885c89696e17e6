package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Belonging;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Pages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Standings#belongings} and {@link Standings#members} promise. */
public abstract class AccessListContract extends AccessPortContract {

  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final Permission READ = new Permission("invoice.read");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void tellsWhereAnIdentityBelongsInTheOrderOfApplications(int pageSize) {
    Identity person = person();
    Application one = application();
    Application two = application();
    Application three = application();
    Team team = team(one);
    Membership inTwo = membership(person, two, null, "member");
    Membership inTeam = membership(person, one, team, "member");
    Membership inThree = membership(person, three, null);
    Membership inOne = membership(person, one, null, "admin", "member");
    membership(person(), application(), null, "member");

    assertThat(belongings(person, pageSize))
        .containsExactly(
            new Belonging(one, List.of(inTeam, inOne)),
            new Belonging(two, List.of(inTwo)),
            new Belonging(three, List.of(inThree)));
  }

  @Test
  void nobodyBelongsByAMembershipThatIsNotInEffect() {
    Identity person = person();
    Application application = application();
    suspended(membership(person, application(), null));
    within(new ValidityPeriod(NOW.plusNanos(1_000), null), membership(person, application(), null));
    within(new ValidityPeriod(null, NOW), membership(person, application(), null));
    Membership begun =
        within(
            new ValidityPeriod(NOW, NOW.plusNanos(1_000)), membership(person, application, null));
    Membership gone = membership(person, application(), null);
    committed(gone::delete);

    assertThat(belongings(person, 2)).containsExactly(new Belonging(application, List.of(begun)));
  }

  @Test
  void whoIsSuspendedBelongsNowhereAndMayNothing() {
    Identity person = person();
    Application application = application();
    role(application, "reader", "*");
    membership(person, application, null, "reader");
    decided(occasion -> person.suspend(List.of(), occasion));

    assertThat(belongings(person, 2)).isEmpty();
    assertThat(members(in(application, null), 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void tellsWhoMayDoSomethingInTheOrderOfMemberships(int pageSize) {
    Application application = application();
    Role reader = role(application, "reader", "invoice.*");
    Role clerk = role(application, "clerk", List.of("reader"), "report.read");
    role(application, "other", "report.*");
    Membership one = membership(person(), application, null, "clerk", "reader");
    membership(person(), application, null, "other");
    Membership two = membership(person(), application, null, "reader");
    Membership three = membership(person(), application, null, "clerk", "other");
    suspended(membership(person(), application, null, "reader"));
    membership(person(), application, team(application), "reader");

    assertThat(members(in(application, null), pageSize))
        .containsExactly(
            access(one, grant(one, clerk, reader), grant(one, reader, null)),
            access(two, grant(two, reader, null)),
            access(three, grant(three, clerk, reader)));
  }

  @Test
  void tellsWhoMayDoSomethingInATeam() {
    Application application = application();
    Team top = team(application);
    Team inner = team(application, top.id());
    Team below = team(application, inner.id());
    Role reader = role(application, "reader", "invoice.*");
    Role lead = inherited(role(application, "lead", "invoice.*"));
    Membership direct = membership(person(), application, null, "reader");
    Membership above = membership(person(), application, top, "lead", "reader");
    membership(person(), application, top, "reader");
    Membership here = membership(person(), application, inner, "reader");
    membership(person(), application, below, "lead");
    membership(person(), application, team(application), "lead");

    assertThat(members(in(application, inner), 2))
        .containsExactly(
            access(direct, grant(direct, reader, null)),
            access(above, grant(above, lead, null)),
            access(here, grant(here, reader, null)));
  }

  @Test
  void nobodyMayAnythingInWhatIsNotThere() {
    Application application = application();
    role(application, "reader", "*");
    membership(person(), application, null, "reader");
    Team elsewhere = team(application());

    assertThat(members(AccessScope.of(fixtures().applicationId()), 2)).isEmpty();
    assertThat(members(new AccessScope(application.id(), fixtures().teamId()), 2)).isEmpty();
    assertThat(members(in(application, elsewhere), 2)).isEmpty();
    assertThat(
            answer(ports().standings().belongings(fixtures().identityId(), NOW, page(1))).items())
        .isEmpty();
  }

  private List<Belonging> belongings(Identity person, int pageSize) {
    return Pages.walk(page -> ports().standings().belongings(person.id(), NOW, page), pageSize);
  }

  private List<MemberAccess> members(AccessScope scope, int pageSize) {
    return Pages.walk(page -> ports().standings().members(scope, READ, NOW, page), pageSize);
  }

  private static PageRequest page(int size) {
    return PageRequest.first(size);
  }

  private static MemberAccess access(Membership membership, Grant... grants) {
    return new MemberAccess(membership, List.of(grants));
  }

  private static Grant grant(Membership membership, Role held, @Nullable Role included) {
    return Grant.byMembership(
        membership.applicationId(),
        membership.id(),
        held.id(),
        included == null ? null : included.id(),
        new PermissionPattern("invoice.*"));
  }
}
