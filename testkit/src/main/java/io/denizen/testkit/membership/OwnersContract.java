package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.Owner;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Place;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Owners} promises, and with the journal: what has an owner keeps one. */
public abstract class OwnersContract extends MembershipPortContract {

  private static final int ROUNDS = 25;

  @Test
  void findsWhatIsOwnedAndByWhom() {
    Application application = application();
    Team team = team(application);
    Role owner = owning(application, "owner");
    Role founder = owning(application, "founder");
    Membership one = membership(person(), application, null, "owner");
    Membership both = membership(person(), application, null, "founder", "owner");
    Membership ofTeam = membership(person(), application, team, "founder");
    Membership member = membership(person(), application, null, "member");
    Place whole = new Place(application.id(), null);
    Place part = new Place(application.id(), team.id());

    assertThat(answer(owners().ownedBy(List.of(one.id(), both.id(), member.id()))))
        .containsExactly(whole);
    assertThat(answer(owners().ownedBy(List.of(member.id(), fixtures().membershipId())))).isEmpty();
    assertThat(answer(owners().ownedThrough(application.id(), founder.slug(), 10)))
        .containsExactlyInAnyOrder(whole, part);
    assertThat(answer(owners().ownedThrough(application.id(), founder.slug(), 1))).hasSize(1);
    assertThat(answer(owners().ownedThrough(application.id(), new Slug("member"), 10))).isEmpty();
    assertThat(others(List.of(whole, part), List.of(one.id()), List.of()))
        .extracting(Owner::membership)
        .containsExactlyInAnyOrder(both, ofTeam);
    assertThat(others(List.of(whole, part), List.of(one.id()), List.of(owner.slug())))
        .containsExactlyInAnyOrder(new Owner(both, founder), new Owner(ofTeam, founder));
    assertThat(others(List.of(whole), List.of(one.id(), both.id()), List.of())).isEmpty();
    assertThat(others(List.of(part), List.of(), List.of(founder.slug()))).isEmpty();
  }

  @Test
  void countsOnlyWhoIsActiveForGoodAndThroughARoleThatIsHeld() {
    Application application = application();
    owning(application, "owner");
    role(application.id(), "outer", "owner");
    Membership suspended = membership(person(), application, null, "owner");
    decided(suspended::suspend);
    Membership limited = membership(person(), application, null, "owner");
    decided(
        occasion ->
            limited.update(
                current ->
                    new MembershipDetails(
                        current.roles(),
                        new ValidityPeriod(null, occasion.time().plus(Duration.ofDays(1)))),
                occasion));
    Membership gone = membership(person(), application, null, "owner");
    committed(gone::delete);
    Membership included = membership(person(), application, null, "outer");

    List<MembershipId> all = List.of(suspended.id(), limited.id(), gone.id(), included.id());
    assertThat(answer(owners().ownedBy(all))).isEmpty();
    assertThat(others(List.of(new Place(application.id(), null)), List.of(), List.of())).isEmpty();
  }

  @Test
  void countsAmongThoseWhoStayOnlyWhoCanAct() {
    Application application = application();
    owning(application, "owner");
    Identity ada = person();
    Membership hers = membership(ada, application, null, "owner");
    Membership later = membership(person(), application, null, "owner");
    Instant start = fixtures().occasion().time().plus(Duration.ofDays(1));
    MembershipDetails fromThenOn =
        new MembershipDetails(later.roles(), new ValidityPeriod(start, null));
    decided(occasion -> later.update(current -> fromThenOn, occasion));
    List<Place> whole = List.of(new Place(application.id(), null));

    assertThat(others(whole, List.of(), List.of()))
        .extracting(Owner::membership)
        .containsExactly(hers);
    assertThat(others(whole, List.of(hers.id()), List.of())).isEmpty();
    assertThat(answer(owners().others(whole, List.of(hers.id()), List.of(), start))).hasSize(1);
    decided(occasion -> ada.suspend(List.of(), occasion));
    assertThat(others(whole, List.of(), List.of())).isEmpty();
    assertThat(answer(owners().ownedBy(List.of(hers.id())))).isEqualTo(whole);
    assertThat(answer(owners().ownedBy(List.of(later.id())))).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void keepsOneOfManyOwnersWhoLeaveAtTheSameMoment(int many) {
    Application application = application();
    owning(application, "owner");
    for (int round = 0; round < ROUNDS; round++) {
      Team team = team(application);
      List<Membership> leaving = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        leaving.add(membership(person(), application, team, "owner"));
      }
      List<Decision<Membership>> decisions = new ArrayList<>();
      List<Occasion> occasions = new ArrayList<>();
      for (Membership membership : leaving) {
        Occasion occasion = fixtures().occasion();
        occasions.add(occasion);
        decisions.add(
            answer(
                owners()
                    .keptWithout(
                        List.of(membership.id()),
                        Decision.of(membership.delete(occasion)),
                        occasion)));
      }

      List<Failure> refusals =
          Together.refusals(many, number -> commit(decisions.get(number), occasions.get(number)));

      assertThat(refusals).isNotEmpty().hasOnlyElementsOfType(StaleVersion.class);
      Place place = new Place(application.id(), team.id());
      assertThat(others(List.of(place), List.of(), List.of())).hasSize(1);
    }
  }

  @Test
  void keepsAnOwnerIfOneLeavesWhileTheRoleOfTheOtherStopsToMakeOwners() {
    Application application = application();
    for (int round = 0; round < ROUNDS; round++) {
      Team team = team(application);
      Identity one = person();
      Role first = owning(application, "first-" + round);
      Role second = owning(application, "second-" + round);
      Membership leaver = membership(one, application, team, first.slug().value());
      membership(person(), application, team, second.slug().value());
      Occasion leaving = fixtures().occasion();
      Occasion ending = fixtures().occasion();
      Decision<Membership> leave =
          answer(
              owners()
                  .keptWithout(List.of(leaver.id()), Decision.of(leaver.delete(leaving)), leaving));
      Decision<Role> end =
          answer(
              owners()
                  .keptWithout(
                      second,
                      second.update(second.details().withOwner(false), List.of(), ending),
                      ending));

      List<Failure> refusals =
          Together.refusals(
              2, number -> number == 0 ? commit(leave, leaving) : commit(end, ending));

      assertThat(refusals).isNotEmpty().hasOnlyElementsOfType(StaleVersion.class);
      Place place = new Place(application.id(), team.id());
      assertThat(others(List.of(place), List.of(), List.of())).hasSize(1);
    }
  }

  private Role owning(Application application, String slug) {
    Role plain = role(application.id(), slug);
    return decided(occasion -> plain.update(plain.details().withOwner(true), List.of(), occasion));
  }

  private List<Owner> others(List<Place> places, List<MembershipId> leaving, List<Slug> ending) {
    return answer(owners().others(places, leaving, ending, fixtures().occasion().time()));
  }

  private Owners owners() {
    return ports().owners();
  }
}
