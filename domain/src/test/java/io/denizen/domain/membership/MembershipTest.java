package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.shared.Images;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private final Membership inTeam = membership(1, 1);
  private final Membership inApplication = membership(2, null);

  @Test
  void anUpdateChangesTheImageInTheChangedFieldsOnly() {
    Membership promoted = inTeam.update(current -> Roles.of("owner"), SECOND).outcome();

    assertThat(promoted.roles()).isEqualTo(Roles.of("owner"));
    assertThat(Images.differing(inTeam.image(), promoted.image()))
        .containsExactlyInAnyOrder("roles", "update_time", "version");
  }

  @Test
  void theSameRolesInAnotherOrderAreNoChange() {
    assertThat(inTeam.update(current -> Roles.of("member", "admin"), SECOND))
        .isEqualTo(Decision.nothing(inTeam));
  }

  @Test
  void aDeletionCanBeTakenBack() {
    Membership back = inTeam.delete(SECOND).after().undelete(THIRD).after();

    assertThat(Images.differing(inTeam.image(), back.image())).isEqualTo(Images.ALWAYS);
  }

  @Test
  void whatLivesCannotBeUndeleted() {
    assertThat(refusal(() -> inTeam.undelete(SECOND)))
        .isEqualTo(new MembershipFailure.NotDeleted(APPLICATION, inTeam.id()));
  }

  @Test
  void anImageGivesBackTheWholeMembership() {
    Membership deleted = inTeam.delete(SECOND).after();

    assertThat(Membership.fromImage(inTeam.image())).isEqualTo(inTeam);
    assertThat(Membership.fromImage(inApplication.image())).isEqualTo(inApplication);
    assertThat(Membership.fromImage(deleted.image())).isEqualTo(deleted);
  }
}
