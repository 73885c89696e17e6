package io.denizen.it.access;

import io.denizen.application.membership.AcceptedInvitation;
import io.denizen.application.membership.Acceptor;
import io.denizen.application.membership.MembershipBatches.Deletion;
import io.denizen.application.membership.NewMembership;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.RoleSlugs;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.it.access.Model.App;
import io.denizen.it.access.Model.Member;
import io.denizen.it.access.Model.Person;
import io.denizen.it.access.Model.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes by which several come or go at once, and by which somebody comes who was invited. */
final class Arrivals {

  private static final int AT_ONCE = 3;

  private final World world;
  private final Model model;
  private final Chances chances;
  private final Attempts attempts;
  private final List<Invited> invited = new ArrayList<>();

  Arrivals(World world, Model model, Chances chances, Attempts attempts) {
    this.world = world;
    this.model = model;
    this.chances = chances;
    this.attempts = attempts;
  }

  void createSeveral() {
    App app = chances.any(model.apps);
    List<String> roles = chances.rolesIn(app);
    List<NewMembership> coming =
        Stream.generate(() -> wanted(chances.any(model.people), teamIn(app), roles))
            .limit(AT_ONCE)
            .toList();
    attempts.did(
        "create memberships of " + coming.stream().map(NewMembership::identityId).toList(),
        world.batches.create(world.submission, new ApplicationId(app.id), coming),
        made -> made.forEach(each -> arrived(each, roles)));
  }

  void deleteSeveral() {
    App app = chances.any(model.apps);
    List<Member> going =
        Model.live(model.members)
            .filter(member -> member.app == app && chances.below(8) == 0)
            .limit(AT_ONCE)
            .toList();
    if (!going.isEmpty()) {
      attempts.did(
          "delete memberships " + going.stream().map(member -> member.id).toList(),
          world.batches.delete(
              world.submission,
              new ApplicationId(app.id),
              going.stream().map(each -> new Deletion(new MembershipId(each.id), null)).toList()),
          done -> going.forEach(model::delete));
    }
  }

  void invite() {
    App app = chances.any(model.apps);
    @Nullable Team team = teamIn(app);
    List<String> roles = chances.rolesIn(app);
    attempts.did(
        "invite to " + app.id + " as " + roles,
        world.invitations.create(
            world.submission,
            new ApplicationId(app.id),
            new InvitationDetails(
                team == null ? null : new TeamId(team.id),
                world.fixtures.email(),
                RoleSlugs.of(roles)),
            now -> now.plus(Duration.ofDays(90))),
        made -> invited.add(new Invited(made.secret().orElseThrow(), roles)));
  }

  void accept() {
    if (!invited.isEmpty()) {
      Invited one = chances.any(invited);
      @Nullable Person known = chances.below(4) == 0 ? null : chances.any(model.people);
      attempts.did(
          "accept as " + one.roles() + " by " + (known == null ? "a newcomer" : known.id),
          world.acceptance.accept(
              world.submission,
              one.token(),
              known == null
                  ? new Acceptor.Newcomer(null, world.fixtures.displayName())
                  : new Acceptor.Known(new IdentityId(known.id))),
          accepted -> joined(accepted, one.roles()));
    }
  }

  private void joined(AcceptedInvitation accepted, List<String> roles) {
    Membership membership = accepted.membership();
    @Nullable Member there = model.members.get(membership.id().value());
    if (there == null) {
      model.people.computeIfAbsent(membership.identityId().value(), Person::new);
      arrived(membership, roles);
    } else {
      there.roles.addAll(roles);
      there.state = "ACTIVE";
    }
  }

  private void arrived(Membership made, List<String> roles) {
    Member member =
        new Member(
            made.id().value(),
            Model.get(model.people, made.identityId().value()),
            Model.get(model.apps, made.applicationId().value()),
            made.teamId() == null ? null : Model.get(model.teams, made.teamId().value()),
            roles,
            "ACTIVE");
    Model.put(model.members, member);
    model.makeRoom(member, world.clock.instant());
  }

  private @Nullable Team teamIn(App app) {
    List<Team> there = Model.live(model.teams).filter(team -> team.app == app).toList();
    return there.isEmpty() || chances.even() ? null : chances.any(there);
  }

  private static NewMembership wanted(Person person, @Nullable Team team, List<String> roles) {
    return new NewMembership(
        new IdentityId(person.id),
        team == null ? null : new TeamId(team.id),
        now -> MembershipDetails.of(RoleSlugs.of(roles)),
        MembershipState.ACTIVE);
  }

  private record Invited(TokenSecret token, List<String> roles) {}
}
