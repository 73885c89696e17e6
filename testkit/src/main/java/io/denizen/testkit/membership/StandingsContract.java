package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.HeldRole;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Standing;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Standings#of} promises. */
public abstract class StandingsContract extends AccessPortContract {

  private static final Permission READ = new Permission("invoice.read");

  @Test
  void knowsNothingOfWhatIsNotThere() {
    Identity person = person();
    Application application = application();

    assertThat(standing(fixtures().identityId(), in(application, null)))
        .isEqualTo(new Standing(null, true, List.of(), false, List.of()));
    assertThat(
            answer(
                ports()
                    .standings()
                    .of(
                        new AccessQuestion(
                            person.id(), AccessScope.of(fixtures().applicationId()), READ))))
        .isEqualTo(new Standing(IdentityState.ACTIVE, false, List.of(), false, List.of()));
    assertThat(standing(person.id(), new AccessScope(application.id(), fixtures().teamId())))
        .isEqualTo(new Standing(IdentityState.ACTIVE, true, List.of(), false, List.of()));
  }

  @Test
  void tellsOfAMemberTooThatTheyAreSuspended() {
    Identity person = person();
    Application application = application();
    membership(person, application, null);
    Identity suspended = decided(occasion -> person.suspend(List.of(), occasion));

    assertThat(standing(suspended.id(), in(application, null)))
        .isEqualTo(new Standing(IdentityState.SUSPENDED, true, List.of(), true, List.of()));
    decided(occasion -> suspended.activate(List.of(), occasion));
    assertThat(standing(suspended.id(), in(application, null)))
        .isEqualTo(new Standing(IdentityState.ACTIVE, true, List.of(), true, List.of()));
  }

  @Test
  void tellsTheRoleThatCoversWhatIsAskedAndItsNarrowestPermissionThatDoes() {
    Identity person = person();
    Application application = application();
    Role reader = role(application, "reader", "*", "invoice.*", "invoice.read.all", "report.read");
    role(application, "other", "report.*");
    Membership membership = membership(person, application, null, "other", "reader");

    assertThat(standing(person.id(), in(application, null)))
        .isEqualTo(member(held(grant(membership, reader, null, "invoice.*"), membership, false)));
  }

  @Test
  void aPermissionItselfIsNarrowerThanAllThatAreBesideItHoweverShortItIs() {
    Identity person = person();
    Application application = application();
    Role reader = role(application, "reader", "invoice.*", "invoice.r");
    Membership membership = membership(person, application, null, "reader");

    assertThat(
            answer(
                    ports()
                        .standings()
                        .of(
                            new AccessQuestion(
                                person.id(), in(application, null), new Permission("invoice.r"))))
                .roles())
        .containsExactly(held(grant(membership, reader, null, "invoice.r"), membership, false));
  }

  @Test
  void tellsAMemberWithoutSuchARole() {
    Identity person = person();
    Application application = application();
    role(application, "other", "report.*", "invoices.read");
    membership(person, application, team(application), "other");

    assertThat(standing(person.id(), in(application, null))).isEqualTo(member());
  }

  @Test
  void followsRolesToThoseThatTheyIncludeHoweverDeep() {
    Identity person = person();
    Application application = application();
    role(application(), "reader", "*");
    Role reader = role(application, "reader", "invoice.read");
    role(application, "lister", List.of("reader"), "invoice.list");
    Role clerk = role(application, "clerk", List.of("lister"), "report.read");
    Membership membership = membership(person, application, null, "clerk");

    assertThat(standing(person.id(), in(application, null)))
        .isEqualTo(
            member(held(grant(membership, clerk, reader, "invoice.read"), membership, false)));
  }

  @Test
  void prefersWhatARoleHasItselfToWhatItIncludes() {
    Identity person = person();
    Application application = application();
    role(application, "reader", "invoice.read");
    Role clerk = role(application, "clerk", List.of("reader"), "*");
    Membership membership = membership(person, application, null, "clerk");

    assertThat(standing(person.id(), in(application, null)).roles())
        .containsExactly(held(grant(membership, clerk, null, "*"), membership, false));
  }

  @Test
  void findsOneOfManyPermissions() {
    Identity person = person();
    Application application = application();
    String[] many =
        IntStream.range(0, 500)
            .mapToObj(i -> i == 250 ? "invoice.*" : "other.p" + i)
            .toArray(String[]::new);
    Role reader = role(application, "reader", many);
    Membership membership = membership(person, application, null, "reader");

    assertThat(standing(person.id(), in(application, null)).roles())
        .containsExactly(held(grant(membership, reader, null, "invoice.*"), membership, false));
  }

  @Test
  void tellsTheTeamThatIsAskedAboutFirstAndThoseAboveIt() {
    Identity person = person();
    Application application = application();
    Team top = team(application);
    Team middle = team(application, top.id());
    Team inner = team(application, middle.id());
    team(application, inner.id());

    assertThat(standing(person.id(), in(application, inner)).lineage())
        .startsWith(inner.id())
        .containsExactlyInAnyOrder(inner.id(), middle.id(), top.id());
    assertThat(standing(person.id(), in(application(), inner)).lineage()).isEmpty();
    assertThat(standing(person.id(), in(application, null)).lineage()).isEmpty();
  }

  @Test
  void tellsWhereAndWhenEachRoleCounts() {
    Identity person = person();
    Application application = application();
    Team team = team(application);
    Role reader = inherited(role(application, "reader", "*"));
    Instant start = Instant.parse("2026-02-01T00:00:00.000001Z");
    ValidityPeriod time = new ValidityPeriod(start, start.plusSeconds(1));
    Membership direct = membership(person, application, null, "reader");
    Membership inTeam = suspended(within(time, membership(person, application, team, "reader")));
    membership(person, application, team(application), "reader");

    assertThat(standing(person.id(), in(application, team)).roles())
        .containsExactlyInAnyOrder(
            held(grant(direct, reader, null, "*"), direct, true),
            new HeldRole(
                grant(inTeam, reader, null, "*"),
                team.id(),
                true,
                MembershipState.SUSPENDED,
                time));
  }

  @Test
  void tellsNothingOfWhatIsDeleted() {
    Identity person = person();
    Application application = application();
    Team team = team(application);
    role(application, "reader", "*");
    Membership direct = membership(person, application, null, "reader");
    Membership inTeam = membership(person, application, team, "reader");
    committed(direct::delete);
    committed(inTeam::delete);
    deleted(team);

    assertThat(standing(person.id(), in(application, team)))
        .isEqualTo(new Standing(IdentityState.ACTIVE, true, List.of(), false, List.of()));
  }

  @Test
  void answersEachOfManyQuestionsInTheirOrderTheSameOneTwice() {
    Identity person = person();
    Identity other = person();
    Application application = application();
    role(application, "reader", "invoice.read");
    membership(person, application, null, "reader");
    AccessQuestion read = new AccessQuestion(person.id(), in(application, null), READ);
    AccessQuestion write =
        new AccessQuestion(person.id(), in(application, null), new Permission("invoice.write"));
    AccessQuestion stranger = new AccessQuestion(other.id(), in(application, null), READ);

    assertThat(answer(ports().standings().of(List.of(read, stranger, write, read))))
        .extracting(Standing::member, standing -> standing.roles().size())
        .containsExactly(tuple(true, 1), tuple(false, 0), tuple(true, 0), tuple(true, 1));
  }

  @Test
  void tellsEverythingThatRolesPermitIfNothingIsAsked() {
    Identity person = person();
    Application application = application();
    Role reader = role(application, "reader", "invoice.*", "invoice.read");
    Role clerk = role(application, "clerk", List.of("reader"), "report.read");
    Membership membership = membership(person, application, null, "clerk", "reader");

    Standing standing = answer(ports().standings().of(person.id(), in(application, null)));

    assertThat(standing.roles())
        .extracting(HeldRole::grant)
        .containsExactlyInAnyOrder(
            grant(membership, clerk, null, "report.read"),
            grant(membership, clerk, reader, "invoice.*"),
            grant(membership, clerk, reader, "invoice.read"),
            grant(membership, reader, null, "invoice.*"),
            grant(membership, reader, null, "invoice.read"));
  }

  private Standing standing(IdentityId identityId, AccessScope scope) {
    return answer(ports().standings().of(new AccessQuestion(identityId, scope, READ)));
  }

  private static Standing member(HeldRole... roles) {
    return new Standing(IdentityState.ACTIVE, true, List.of(), true, List.of(roles));
  }

  private static HeldRole held(Grant grant, Membership membership, boolean inherited) {
    return new HeldRole(
        grant, membership.teamId(), inherited, MembershipState.ACTIVE, ValidityPeriod.UNLIMITED);
  }

  private static Grant grant(
      Membership membership, Role held, @Nullable Role included, String permission) {
    return Grant.byMembership(
        membership.applicationId(),
        membership.id(),
        held.id(),
        included == null ? null : included.id(),
        new PermissionPattern(permission));
  }
}
