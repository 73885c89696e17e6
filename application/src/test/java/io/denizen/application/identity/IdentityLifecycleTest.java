package io.denizen.application.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.JournalFailure;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Team;
import org.junit.jupiter.api.Test;

class IdentityLifecycleTest {

  private final House house = new House();
  private final Identity ada = house.person();

  @Test
  void whoHasMembershipsIsDeletedOnlyByForce() {
    Membership membership = house.membership(ada, house.application(), null);

    assertThat(refusal(house.identities.delete(house.submission, ada.id(), null, false)))
        .isEqualTo(new IdentityFailure.HasMemberships(ada.id()));
    Identity deleted = answer(house.identities.delete(house.submission, ada.id(), null, true));

    assertThat(deleted.lifecycle().isLive()).isFalse();
    assertThat(house.historyOf(ada)).containsExactly("created", "deleted");
    assertThat(house.historyOf(membership)).containsExactly("created", "deleted");
    assertThat(refusal(house.identityDirectory.get(house.caller, ada.id(), false)))
        .isEqualTo(new IdentityFailure.NotFound(ada.id()));
    assertThat(answer(house.identityDirectory.get(house.caller, ada.id(), true)))
        .isEqualTo(deleted);
  }

  @Test
  void anUndeleteBringsBackExactlyWhatTheDeletionRemoved() {
    Application application = house.application();
    Membership removedBefore = house.membership(ada, application, null);
    Membership removedWith = house.membership(ada, application, house.team(application, null));
    answer(house.memberships.delete(house.submission, application.id(), removedBefore.id(), null));
    answer(house.identities.delete(house.submission, ada.id(), null, true));

    answer(house.identities.undelete(house.submission, ada.id(), null));

    assertThat(house.historyOf(removedWith)).containsExactly("created", "deleted", "undeleted");
    assertThat(house.historyOf(removedBefore)).containsExactly("created", "deleted");
  }

  @Test
  void anUndeleteLeavesOutWhatHasNoPlaceAnyMore() {
    Application application = house.application();
    Team team = house.team(application, null);
    Membership membership = house.membership(ada, application, team);
    answer(house.identities.delete(house.submission, ada.id(), null, true));
    answer(house.teams.delete(house.submission, application.id(), team.id(), null, false));

    Identity back = answer(house.identities.undelete(house.submission, ada.id(), null));

    assertThat(back.lifecycle().isLive()).isTrue();
    assertThat(
            refusal(
                house.memberships.undelete(
                    house.submission, application.id(), membership.id(), null)))
        .isEqualTo(new ResourceFailure.ParentDeleted(membership.name(), team.name()));
  }

  @Test
  void anAddressThatWasTakenMeanwhileIsInTheWayOfAnUndelete() {
    answer(house.identities.delete(house.submission, ada.id(), null, false));
    answer(house.identities.create(house.submission, IdentityKind.PERSON, ada.details()));

    assertThat(refusal(house.identities.undelete(house.submission, ada.id(), null)))
        .isEqualTo(new IdentityFailure.EmailTaken());
  }

  @Test
  void whatTheCallerSawMustBeWhatIsThere() {
    JournalFailure stale = new JournalFailure.StaleVersion(ada.name());

    assertThat(refusal(house.identities.delete(house.submission, ada.id(), 2L, false)))
        .isEqualTo(stale);
    answer(house.identities.delete(house.submission, ada.id(), 1L, false));
    assertThat(refusal(house.identities.undelete(house.submission, ada.id(), 1L))).isEqualTo(stale);
    assertThat(
            answer(house.identities.undelete(house.submission, ada.id(), 2L)).lifecycle().version())
        .isEqualTo(3);
  }

  @Test
  void whoLivesCannotBeUndeletedAndWhoIsDeletedNotDeletedAgain() {
    assertThat(refusal(house.identities.undelete(house.submission, ada.id(), null)))
        .isEqualTo(new ResourceFailure.NotDeleted(ada.name()));
    answer(house.identities.delete(house.submission, ada.id(), null, false));
    assertThat(refusal(house.identities.delete(house.submission, ada.id(), null, false)))
        .isEqualTo(new IdentityFailure.NotFound(ada.id()));
  }

  @Test
  void aRepeatedDeletionIsAnsweredTheSame() {
    Submission once = new Submission(house.caller, house.fixtures.request(), false);
    house.membership(ada, house.application(), null);

    Identity deleted = answer(house.identities.delete(once, ada.id(), null, true));

    assertThat(answer(house.identities.delete(once, ada.id(), null, true))).isEqualTo(deleted);
    assertThat(house.historyOf(ada)).containsExactly("created", "deleted");
  }

  @Test
  void aDeletionThatIsOnlyValidatedChangesNothing() {
    Membership membership = house.membership(ada, house.application(), null);
    Submission trial = new Submission(house.caller, null, true);

    assertThat(answer(house.identities.delete(trial, ada.id(), null, true)).lifecycle().isLive())
        .isFalse();

    assertThat(answer(house.identityDirectory.get(house.caller, ada.id(), false))).isEqualTo(ada);
    assertThat(house.historyOf(membership)).containsExactly("created");
  }
}
