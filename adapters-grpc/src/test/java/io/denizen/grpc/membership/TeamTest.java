package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteTeamRequest;
import io.denizen.membership.v1.UpdateTeamRequest;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TeamTest extends GrpcTest {

  private final Application application = create(application());

  @Test
  void aTeamIsInsideAnotherOfTheSameApplication() {
    Team outer = create(application, team());

    assertThat(outer.getParentTeam()).isEmpty();
    assertThat(create(application, inside(outer)).getParentTeam()).isEqualTo(outer.getName());
  }

  @Test
  void aTeamNeedsALiveApplicationAndALiveParent() {
    Team outer = create(application, team());
    delete(outer, false);
    String nobody = "applications/" + NOBODY;

    denizen
        .refused(() -> create(application, inside(outer)))
        .is(Code.NOT_FOUND, "TEAM_NOT_FOUND")
        .of(outer.getName());
    denizen
        .refused(() -> create(application.toBuilder().setName(nobody).build(), team()))
        .is(Code.NOT_FOUND, "APPLICATION_NOT_FOUND")
        .of(nobody);
  }

  @Test
  void aParentOfAnotherApplicationIsRefused() {
    Team elsewhere = create(create(application()), team());
    Team here = create(application, team());

    denizen.refused(() -> create(application, inside(elsewhere))).isInvalid("team.parent_team");
    denizen
        .refused(
            () ->
                update(here.toBuilder().setParentTeam(elsewhere.getName()).build(), "parent_team"))
        .isInvalid("team.parent_team");
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    Team wrong = Team.newBuilder().setParentTeam("x").setSlug("X").setDescription("\u0001").build();

    denizen
        .refused(
            () ->
                teams.createTeam(
                    CreateTeamRequest.newBuilder()
                        .setParent("applications/-")
                        .setTeam(wrong)
                        .build()))
        .isInvalid(
            "parent", "team.parent_team", "team.slug", "team.display_name", "team.description");
    denizen
        .refused(() -> update(wrong, "*"))
        .isInvalid(
            "team.name", "team.parent_team", "team.slug", "team.display_name", "team.description");
  }

  @Test
  void aSlugIsTakenWithinTheApplicationAlone() {
    Team first = create(application, team());
    Team same = team().toBuilder().setSlug(first.getSlug()).build();

    denizen.refused(() -> create(application, same)).is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
    Application elsewhere = create(application());
    denizen.audited("team.created", () -> create(elsewhere, same));
    Team second = create(application, team());
    denizen
        .refused(() -> update(second.toBuilder().setSlug(first.getSlug()).build(), "slug"))
        .is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
    delete(first, false);
    create(application, same);
    denizen.refused(() -> undelete(first)).is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
  }

  @Test
  void aTeamIsMovedByItsParentAndToTheTopByNamingIt() {
    Team outer = create(application, team());
    Team inner = create(application, team());
    Team inside = inner.toBuilder().setParentTeam(outer.getName()).build();

    assertThat(denizen.audited("team.updated", () -> update(inside)).getParentTeam())
        .isEqualTo(outer.getName());
    assertThat(
            denizen.unaudited(() -> update(inner.toBuilder().clearEtag().build())).getParentTeam())
        .isEqualTo(outer.getName());
    assertThat(
            denizen
                .audited(
                    "team.updated",
                    () -> update(inner.toBuilder().clearEtag().build(), "parent_team"))
                .getParentTeam())
        .isEmpty();
  }

  @Test
  void aTeamIsNeverInsideItselfHoweverDeep() {
    Team top = create(application, team());
    Team middle = create(application, inside(top));
    Team bottom = create(application, inside(middle));

    for (Team parent : List.of(top, middle, bottom)) {
      denizen
          .refused(
              () -> update(top.toBuilder().setParentTeam(parent.getName()).build(), "parent_team"))
          .is(Code.FAILED_PRECONDITION, "TEAM_CYCLE")
          .of(top.getName());
    }
  }

  @Test
  void aTeamCannotMoveToOneThatIsNotThere() {
    Team team = create(application, team());
    String nobody = application.getName() + "/teams/" + NOBODY;

    assertThat(
            denizen
                .refused(
                    () -> update(team.toBuilder().setParentTeam(nobody).build(), "parent_team"))
                .is(Code.NOT_FOUND, "TEAM_NOT_FOUND")
                .of(nobody)
                .metadata())
        .containsEntry("field", "team.parent_team");
  }

  @Test
  void aTeamOfAnotherApplicationIsNotFound() {
    Team team = create(application, team());
    String wrong = team.getName().replace(application.getName(), create(application()).getName());

    denizen
        .refused(() -> delete(team.toBuilder().setName(wrong).build(), true))
        .is(Code.NOT_FOUND, "TEAM_NOT_FOUND")
        .of(wrong);
  }

  @Test
  void aListIsOfOneApplicationAndNarrowedBySlugAndParent() {
    Team b = create(application, team().toBuilder().setSlug("b").build());
    Team a = create(application, inside(b).toBuilder().setSlug("a").build());
    create(create(application()), team());

    assertThat(list("", "")).containsExactly(b, a);
    assertThat(list("", "slug")).containsExactly(a, b);
    assertThat(list("", "slug desc")).containsExactly(b, a);
    assertThat(list("slug = a", "")).containsExactly(a);
    assertThat(list("parent_team = \"\"", "")).containsExactly(b);
    assertThat(list("parent_team = \"" + b.getName() + "\"", "")).containsExactly(a);
    assertThat(list("parent_team = \"\" AND slug = a", "")).isEmpty();
    assertThat(list("parent_team = \"" + a.getName() + "\"", "")).isEmpty();
  }

  @Test
  void aListNeedsAnApplicationThatIsThereAndAFilterOnATeamOfIt() {
    Team elsewhere = create(create(application()), team());

    denizen.refused(() -> list("applications/-", "", "")).isInvalid("parent");
    denizen.refused(() -> list("", "", "")).isInvalid("parent");
    denizen
        .refused(() -> list("applications/" + NOBODY, "", ""))
        .is(Code.NOT_FOUND, "APPLICATION_NOT_FOUND")
        .of("applications/" + NOBODY);
    denizen
        .refused(() -> list("parent_team = \"" + elsewhere.getName() + "\"", ""))
        .isInvalid("filter");
    denizen.refused(() -> list("parent_team = teams", "")).isInvalid("filter");
    denizen.refused(() -> list("x", "parent_team = x", "")).isInvalid("parent", "filter");
  }

  @Test
  void whatIsInsideGoesByForceAloneAndComesBackWithTheTeam() {
    Team outer = create(application, team());
    Team inner = create(application, inside(outer));
    Membership member =
        create(
            application, membership(create(person())).toBuilder().setTeam(inner.getName()).build());
    String[] all = {outer.getName(), inner.getName(), member.getName()};

    for (Team team : List.of(outer, inner)) {
      denizen
          .refused(() -> delete(team, false))
          .is(Code.FAILED_PRECONDITION, "HAS_LIVE_CHILDREN")
          .of(team.getName());
    }
    assertThat(denizen.audited(() -> delete(outer, true)))
        .allMatch(event -> event.action().value().endsWith(".deleted"))
        .extracting(event -> event.resource().value())
        .containsExactlyInAnyOrder(all);
    denizen
        .refused(() -> undelete(inner))
        .is(Code.FAILED_PRECONDITION, "PARENT_DELETED")
        .of(inner.getName());
    assertThat(denizen.audited(() -> undelete(outer)))
        .allMatch(event -> event.action().value().endsWith(".undeleted"))
        .extracting(event -> event.resource().value())
        .containsExactlyInAnyOrder(all);
  }

  @Test
  void aTeamDoesNotComeBackIntoADeletedApplication() {
    Team team = create(application, team());
    delete(team, false);
    applications.deleteApplication(
        DeleteApplicationRequest.newBuilder().setName(application.getName()).build());

    assertThat(
            denizen
                .refused(() -> undelete(team))
                .is(Code.FAILED_PRECONDITION, "PARENT_DELETED")
                .of(team.getName())
                .metadata())
        .containsEntry("parent", application.getName());
  }

  private Team inside(Team outer) {
    return team().toBuilder().setParentTeam(outer.getName()).build();
  }

  private Team update(Team team, String... mask) {
    return teams.updateTeam(
        UpdateTeamRequest.newBuilder()
            .setTeam(team)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private Team delete(Team team, boolean force) {
    return teams.deleteTeam(
        DeleteTeamRequest.newBuilder().setName(team.getName()).setForce(force).build());
  }

  private Team undelete(Team team) {
    return teams.undeleteTeam(UndeleteTeamRequest.newBuilder().setName(team.getName()).build());
  }

  private List<Team> list(String filter, String orderBy) {
    return list(application.getName(), filter, orderBy);
  }

  private List<Team> list(String parent, String filter, String orderBy) {
    return teams
        .listTeams(
            ListTeamsRequest.newBuilder()
                .setParent(parent)
                .setFilter(filter)
                .setOrderBy(orderBy)
                .build())
        .getTeamsList();
  }
}
