package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.grpc.testing.Refusal;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateMembershipRequest;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteMembershipRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.grpc.Status.Code;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MembershipTest extends GrpcTest {

  private final Application application =
      withRoles(create(application()), "admin", "reader", "writer");
  private final Team team = create(application, team());
  private final Identity identity = create(person());

  @Test
  void rolesAreAnsweredInAlphabeticalOrder() {
    assertThat(create(application, membership(identity, "writer", "admin")).getRolesList())
        .containsExactly("admin", "writer");
  }

  @Test
  void anIdentityBelongsOnceToTheApplicationAndOnceToEachTeam() {
    create(application, membership(identity, "admin"));
    denizen.audited("membership.created", () -> create(application, inTeam("admin")));

    for (Membership again : List.of(membership(identity, "reader"), inTeam("reader"))) {
      denizen
          .refused(() -> create(application, again))
          .is(Code.ALREADY_EXISTS, "MEMBERSHIP_EXISTS");
    }
  }

  @Test
  void aMembershipNeedsALiveApplicationIdentityAndTeam() {
    String nowhere = "applications/" + NOBODY;
    String nobody = "identities/" + NOBODY;
    String noTeam = application.getName() + "/teams/" + NOBODY;

    denizen
        .refused(
            () ->
                create(
                    application.toBuilder().setName(nowhere).build(),
                    membership(identity, "admin")))
        .is(Code.NOT_FOUND, "APPLICATION_NOT_FOUND")
        .of(nowhere);
    denizen
        .refused(() -> create(application, inTeam("admin").toBuilder().setIdentity(nobody).build()))
        .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND")
        .of(nobody);
    denizen
        .refused(() -> create(application, inTeam("admin").toBuilder().setTeam(noTeam).build()))
        .is(Code.NOT_FOUND, "TEAM_NOT_FOUND")
        .of(noTeam);
  }

  @Test
  void aTeamOfAnotherApplicationIsRefused() {
    Team elsewhere = create(create(application()), team());

    denizen
        .refused(
            () ->
                create(
                    application, inTeam("admin").toBuilder().setTeam(elsewhere.getName()).build()))
        .isInvalid("membership.team");
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    Membership wrong =
        Membership.newBuilder()
            .setIdentity("ada")
            .setTeam("admins")
            .addRoles("admin")
            .addRoles("")
            .addRoles("No Slug")
            .build();

    denizen
        .refused(
            () ->
                memberships.createMembership(
                    CreateMembershipRequest.newBuilder()
                        .setParent("applications/-")
                        .setMembership(wrong)
                        .build()))
        .isInvalid(
            "parent",
            "membership.identity",
            "membership.team",
            "membership.roles[1]",
            "membership.roles[2]");
  }

  @Test
  void thereAreUpToSixtyFourDifferentRoles() {
    List<String> many = IntStream.range(0, 65).mapToObj(i -> "role-" + i).toList();

    for (List<String> wrong : List.of(many, List.of("admin", "admin"))) {
      denizen
          .refused(() -> create(application, membership(identity, wrong.toArray(new String[0]))))
          .isInvalid("membership.roles");
    }
    String[] most = many.subList(0, 64).toArray(new String[0]);
    assertThat(create(withRoles(application, most), membership(identity, most)).getRolesCount())
        .isEqualTo(64);
    assertThat(create(application, membership(create(person()))).getRolesList()).isEmpty();
  }

  @Test
  void aRoleThatIsNotThereIsNamed() {
    Application other = withRoles(create(application()), "foreign");

    for (String missing : List.of("nobody", "foreign")) {
      assertThat(
              denizen
                  .refused(() -> create(application, membership(identity, "admin", missing)))
                  .is(Code.NOT_FOUND, "ROLE_NOT_FOUND")
                  .of(application.getName())
                  .metadata())
          .containsEntry("role", missing)
          .containsEntry("field", "membership.roles");
    }
    Membership plain = create(other, membership(identity));
    denizen
        .refused(() -> update(plain.toBuilder().addRoles("admin").build()))
        .is(Code.NOT_FOUND, "ROLE_NOT_FOUND")
        .of(other.getName());
  }

  @Test
  void rolesAreChangedAsAWhole() {
    Membership created = create(application, membership(identity, "admin", "reader"));
    Membership writer = created.toBuilder().clearRoles().addRoles("writer").build();

    assertThat(denizen.audited("membership.updated", () -> update(writer)).getRolesList())
        .containsExactly("writer");
    Membership none = created.toBuilder().clearEtag().clearRoles().build();
    assertThat(denizen.audited("membership.updated", () -> update(none, "roles")).getRolesList())
        .isEmpty();
  }

  @Test
  void theOrderOfRolesIsNoChange() {
    Membership created = create(application, membership(identity, "admin", "reader"));
    Membership turned =
        created.toBuilder().clearRoles().addRoles("reader").addRoles("admin").build();

    assertThat(denizen.unaudited(() -> update(turned, "roles"))).isEqualTo(created);
  }

  @Test
  void whoBelongsWhereCannotBeChangedHoweverItIsAskedFor() {
    Membership created = create(application, inTeam("admin"));
    Membership another = created.toBuilder().setIdentity(create(person()).getName()).build();
    Membership elsewhere =
        created.toBuilder().setTeam(create(application, team()).getName()).build();

    for (List<String> mask : List.of(List.of("*"), List.<String>of())) {
      denizen.refused(() -> update(another, mask)).isInvalid("membership.identity");
      denizen.refused(() -> update(elsewhere, mask)).isInvalid("membership.team");
    }
    denizen.refused(() -> update(another, "identity")).isInvalid("membership.identity");
    denizen.refused(() -> update(elsewhere, "team")).isInvalid("membership.team");
    denizen
        .refused(() -> update(created.toBuilder().clearTeam().build(), "team"))
        .isInvalid("membership.team");
  }

  @Test
  void everyFieldThatCannotBeChangedIsNamed() {
    Membership created = create(application, inTeam("admin"));
    Membership another =
        created.toBuilder()
            .setIdentity(create(person()).getName())
            .clearTeam()
            .setState(Membership.State.STATE_SUSPENDED)
            .build();

    denizen
        .refused(() -> update(another, "roles", "state", "team", "identity"))
        .isInvalid("membership.identity", "membership.team", "membership.state");
  }

  @Test
  void whoBelongsWhereMayBeGivenAsItIsOrLeftOut() {
    Membership created = create(application, inTeam("admin"));

    denizen.unaudited(() -> update(created, "identity", "team", "roles"));
    denizen.unaudited(() -> update(created.toBuilder().clearTeam().clearIdentity().build(), "*"));
  }

  @Test
  void aMembershipOfAnotherApplicationIsNotFound() {
    Membership created = create(application, membership(identity, "admin"));
    String wrong =
        created.getName().replace(application.getName(), create(application()).getName());

    denizen
        .refused(() -> update(created.toBuilder().setName(wrong).build(), "roles"))
        .is(Code.NOT_FOUND, "MEMBERSHIP_NOT_FOUND")
        .of(wrong);
  }

  @Test
  void whatWasTakenMeanwhileCannotBeBroughtBack() {
    Membership first = create(application, membership(identity, "admin"));
    delete(first);
    create(application, membership(identity, "reader"));

    denizen.refused(() -> undelete(first)).is(Code.ALREADY_EXISTS, "MEMBERSHIP_EXISTS");
  }

  @Test
  void whatNeedsSomethingDeletedCannotBeBroughtBack() {
    Membership membership = create(application, inTeam("admin"));
    delete(membership);
    teams.deleteTeam(DeleteTeamRequest.newBuilder().setName(team.getName()).build());
    parentDeleted(membership, team.getName());

    identities.deleteIdentity(
        DeleteIdentityRequest.newBuilder().setName(identity.getName()).build());
    parentDeleted(membership, identity.getName());

    applications.deleteApplication(
        DeleteApplicationRequest.newBuilder()
            .setName(application.getName())
            .setForce(true)
            .build());
    parentDeleted(membership, application.getName());
  }

  private void parentDeleted(Membership membership, String parent) {
    Refusal refusal =
        denizen
            .refused(() -> undelete(membership))
            .is(Code.FAILED_PRECONDITION, "PARENT_DELETED")
            .of(membership.getName());
    assertThat(refusal.metadata()).containsEntry("parent", parent);
  }

  private Membership inTeam(String role) {
    return membership(identity, role).toBuilder().setTeam(team.getName()).build();
  }

  private Membership update(Membership membership, String... mask) {
    return update(membership, List.of(mask));
  }

  private Membership update(Membership membership, List<String> mask) {
    return memberships.updateMembership(
        UpdateMembershipRequest.newBuilder()
            .setMembership(membership)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(mask))
            .build());
  }

  private Membership delete(Membership membership) {
    return memberships.deleteMembership(
        DeleteMembershipRequest.newBuilder().setName(membership.getName()).build());
  }

  private Membership undelete(Membership membership) {
    return memberships.undeleteMembership(
        UndeleteMembershipRequest.newBuilder().setName(membership.getName()).build());
  }
}
