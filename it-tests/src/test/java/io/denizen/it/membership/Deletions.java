package io.denizen.it.membership;

import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteApplicationRequest;
import io.denizen.membership.v1.UndeleteMembershipRequest;
import io.denizen.membership.v1.UndeleteTeamRequest;

/**
 * Deletes with all that depends on it, and undeletes, whatever has a name.
 *
 * @param caller who does it
 */
record Deletions(Caller caller) {

  Application delete(Application application) {
    return caller
        .applications()
        .deleteApplication(
            DeleteApplicationRequest.newBuilder()
                .setName(application.getName())
                .setForce(true)
                .build());
  }

  Application undelete(Application application) {
    return caller
        .applications()
        .undeleteApplication(
            UndeleteApplicationRequest.newBuilder().setName(application.getName()).build());
  }

  Team delete(Team team) {
    return caller
        .teams()
        .deleteTeam(DeleteTeamRequest.newBuilder().setName(team.getName()).setForce(true).build());
  }

  Team undelete(Team team) {
    return caller
        .teams()
        .undeleteTeam(UndeleteTeamRequest.newBuilder().setName(team.getName()).build());
  }

  Identity delete(Identity identity) {
    return caller
        .identities()
        .deleteIdentity(
            DeleteIdentityRequest.newBuilder().setName(identity.getName()).setForce(true).build());
  }

  Identity undelete(Identity identity) {
    return caller
        .identities()
        .undeleteIdentity(UndeleteIdentityRequest.newBuilder().setName(identity.getName()).build());
  }

  Membership delete(Membership membership) {
    return caller
        .memberships()
        .deleteMembership(
            DeleteMembershipRequest.newBuilder().setName(membership.getName()).build());
  }

  Membership undelete(Membership membership) {
    return caller
        .memberships()
        .undeleteMembership(
            UndeleteMembershipRequest.newBuilder().setName(membership.getName()).build());
  }
}
