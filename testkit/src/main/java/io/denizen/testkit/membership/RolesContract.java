package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Dependents;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleFailure.SlugTaken;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Roles} and the journal promise about roles; lists and grants are in its siblings. */
public abstract class RolesContract extends MembershipPortContract {

  @Test
  void givesBackARoleExactlyAsItWasCommitted() {
    Application application = application();
    Role plain = role(application.id(), "plain");
    role(application.id(), "admin");
    RoleDetails rich =
        fixtures()
            .roleDetails()
            .withPermissions(
                IntStream.range(0, 500).mapToObj(i -> new PermissionPattern("p" + i)).toList())
            .withIncludes(List.of(new Slug("admin")))
            .withAssignableBy(List.of(new Slug("nobody"), new Slug("plain")))
            .withOwner(true)
            .withInherited(true);
    List<Role> reachable = reachable(application, "admin");
    Role edited = decided(occasion -> plain.update(rich, reachable, occasion));

    assertThat(answer(roles().byId(application.id(), plain.id()))).contains(edited);
    assertThat(
            eventsOf(edited.name()).stream()
                .map(event -> event.action() + " " + event.applicationId()))
        .containsExactly("role.created " + application.id(), "role.updated " + application.id());
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(edited))).map(Role::fromImage))
        .contains(edited);
  }

  @Test
  void leavesADeletedRoleOutUnlessAskedForIt() {
    Application application = application();
    role(application.id(), "outer", role(application.id(), "inner").slug().value());
    Role deleted = deleted(answer(roles().bySlugs(application.id(), slugs("outer"))).getFirst());

    assertThat(answer(roles().byId(application.id(), deleted.id()))).isEmpty();
    assertThat(answer(roles().byIdIncludingDeleted(application.id(), deleted.id())))
        .contains(deleted);
    assertThat(answer(roles().bySlugs(application.id(), slugs("outer")))).isEmpty();
    assertThat(
            answer(
                roles().bySlugsIncludingDeleted(application.id(), slugs("outer", "inner", "none"))))
        .contains(deleted)
        .hasSize(2);
    assertThat(reachable(application, "outer")).isEmpty();
    assertThat(answer(roles().including(application.id(), new Slug("inner"), 10))).isEmpty();
    assertThat(answer(roles().ofApplication(application.id(), 10))).hasSize(1);
    assertThat(answer(roles().deletedBy(deleted.deletion()))).containsExactly(deleted);
    Role back = decided(occasion -> deleted.undelete(reachable(application, "inner"), occasion));
    assertThat(answer(roles().byId(application.id(), back.id()))).contains(back);
    assertThat(answer(roles().deletedBy(deleted.deletion()))).isEmpty();
  }

  @Test
  void findsNoRoleOfAnotherApplication() {
    Application application = application();
    Role role = role(application.id(), "admin");
    Application other = application();
    RoleId unknown = fixtures().roleId();

    assertThat(answer(roles().byId(other.id(), role.id()))).isEmpty();
    assertThat(answer(roles().byIdIncludingDeleted(other.id(), role.id()))).isEmpty();
    assertThat(answer(roles().bySlugs(other.id(), slugs("admin")))).isEmpty();
    assertThat(answer(roles().bySlugsIncludingDeleted(other.id(), slugs("admin")))).isEmpty();
    assertThat(reachable(other, "admin")).isEmpty();
    assertThat(answer(roles().ofApplication(other.id(), 10))).isEmpty();
    assertThat(answer(roles().byId(application.id(), unknown))).isEmpty();
  }

  @Test
  void letsAnApplicationGiveASlugOnceForGood() {
    Application application = application();
    Role first = role(application.id(), "admin");
    role(application().id(), "admin");

    assertThat(refused(occasion -> created(application, "admin", occasion)))
        .isEqualTo(new SlugTaken());
    Role gone = deleted(first);
    assertThat(refused(occasion -> created(application, "admin", occasion)))
        .as("of a deleted role")
        .isEqualTo(new SlugTaken());
    decided(occasion -> gone.undelete(List.of(), occasion));
    assertThat(answer(roles().bySlugs(application.id(), slugs("admin"))))
        .extracting(Role::id)
        .containsExactly(first.id());
  }

  @Test
  void refusesAChangeDecidedOnAnOldVersion() {
    Application application = application();
    Role first = role(application.id(), "admin");
    decided(occasion -> first.update(fixtures().roleDetails(), List.of(), occasion));

    assertThat(refused(occasion -> first.update(fixtures().roleDetails(), List.of(), occasion)))
        .isEqualTo(new StaleVersion(first.name()));
  }

  @Test
  void reachesWhatIsIncludedHoweverDeepAndEachOnce() {
    Application application = application();
    Role bottom = role(application.id(), "bottom");
    Role left = role(application.id(), "left", "bottom");
    Role right = role(application.id(), "right", "bottom");
    Role top = role(application.id(), "top", "left", "right");
    role(application.id(), "other");

    assertThat(reachable(application, "top")).containsExactlyInAnyOrder(top, left, right, bottom);
    assertThat(reachable(application, "right", "nobody")).containsExactlyInAnyOrder(right, bottom);
    assertThat(reachable(application)).isEmpty();
    assertThat(answer(roles().including(application.id(), bottom.slug(), 10)))
        .containsExactlyInAnyOrder(left, right);
    assertThat(answer(roles().including(application.id(), bottom.slug(), 1))).hasSize(1);
    assertThat(answer(roles().ofApplication(application.id(), 3))).hasSize(3);
  }

  @Test
  void findsWhoHoldsARole() {
    Application application = application();
    Membership direct = membership(person(), application, null, "admin", "member");
    Membership inTeam = membership(person(), application, team(application), "admin");
    membership(person(), application, null, "member");
    membership(person(), application(), null, "admin");
    committed(membership(person(), application, null, "admin")::delete);

    assertThat(holders(application, "admin", 10)).containsExactlyInAnyOrder(direct, inTeam);
    assertThat(holders(application, "admin", 1)).hasSize(1);
    assertThat(holders(application, "nobody", 10)).isEmpty();
    withRoles(direct, "member");
    assertThat(holders(application, "admin", 10)).containsExactly(inTeam);
  }

  @Test
  void knowsWhatIsLeftOfTheRolesOfThoseWhoWent() {
    Identity person = person();
    Application application = application();
    Membership both = membership(person, application, null, "stays", "goes");
    Identity gone =
        decided(
            occasion ->
                Dependents.of(List.of(both)).deleteBefore(person.delete(occasion), occasion));
    deleted(answer(roles().bySlugs(application.id(), slugs("goes"))).getFirst());

    assertThat(answer(roles().heldBefore(gone.deletion())))
        .isEqualTo(answer(roles().bySlugs(application.id(), slugs("stays"))));
    assertThat(answer(roles().heldBefore(fixtures().occasion().changeSet()))).isEmpty();
  }

  private List<Membership> holders(Application application, String role, int limit) {
    return answer(ports().memberships().withRole(application.id(), new Slug(role), limit));
  }

  private List<Role> reachable(Application application, String... slugs) {
    return answer(roles().reachable(application.id(), slugs(slugs)));
  }

  private Roles roles() {
    return ports().roles();
  }
}
