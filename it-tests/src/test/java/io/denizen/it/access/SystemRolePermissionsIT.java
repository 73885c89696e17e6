package io.denizen.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.AcceptInvitationRequest;
import io.denizen.membership.v1.AccessReason;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CheckAccessRequest;
import io.denizen.membership.v1.CheckAccessResponse;
import org.junit.jupiter.api.Test;

/** What a migration may permit to roles that nobody assigns: as seeded, they permit nothing. */
@EndToEnd
class SystemRolePermissionsIT {

  private final PostgresServer postgresql;

  SystemRolePermissionsIT(PostgresServer postgresql) {
    this.postgresql = postgresql;
  }

  @Test
  void whoeverHasProvenTheirAddressMayWhatThatPermitsMemberOrNot() {
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 4)) {
      Caller caller = denizen.caller();
      Application application = Some.application(caller);
      Application elsewhere = Some.application(caller);
      String proven = newcomer(caller, application);
      Identity unproven = Some.person(caller);
      Some.membership(caller, application, unproven, "");
      assertThat(check(caller, proven, application).getAllowed()).isFalse();

      denizen
          .sql()
          .run(
              """
              ALTER TABLE denizen.system_roles DISABLE TRIGGER system_roles_kept;
              UPDATE denizen.system_roles SET permissions = '{letter.send}' WHERE slug = 'email-verified';
              ALTER TABLE denizen.system_roles ENABLE TRIGGER system_roles_kept;
              """);

      assertThat(check(caller, proven, application).getGrantsList())
          .singleElement()
          .satisfies(grant -> assertThat(grant.getRole()).isEqualTo("roles/email-verified"));
      assertThat(check(caller, proven, elsewhere).getAllowed()).isTrue();
      assertThat(check(caller, unproven.getName(), application).getAllowed()).isFalse();
      assertThat(checkAsOf(application.getCreateTime(), caller, proven, elsewhere).getReason())
          .isEqualTo(AccessReason.ACCESS_REASON_IDENTITY_NOT_FOUND);
      Timestamp now = Some.person(caller).getCreateTime();
      assertThat(checkAsOf(now, caller, proven, elsewhere))
          .isEqualTo(check(caller, proven, elsewhere));
      assertThat(checkAsOf(now, caller, unproven.getName(), application).getAllowed()).isFalse();
    }
  }

  /** The token was sent to the address, so whoever has it reads mail there. */
  private static String newcomer(Caller caller, Application application) {
    String token = caller.invitations().createInvitation(Some.inviting(application, "")).getToken();
    return caller
        .invitations()
        .acceptInvitation(
            AcceptInvitationRequest.newBuilder()
                .setToken(token)
                .setNewIdentity(
                    AcceptInvitationRequest.NewIdentity.newBuilder().setDisplayName("Ada Lovelace"))
                .build())
        .getMembership()
        .getIdentity();
  }

  private static CheckAccessResponse check(
      Caller caller, String identity, Application application) {
    return caller.access().checkAccess(question(identity, application).build());
  }

  private static CheckAccessResponse checkAsOf(
      Timestamp time, Caller caller, String identity, Application application) {
    return caller.access().checkAccess(question(identity, application).setReadTime(time).build());
  }

  private static CheckAccessRequest.Builder question(String identity, Application application) {
    return CheckAccessRequest.newBuilder()
        .setIdentity(identity)
        .setScope(application.getName())
        .setPermission("letter.send");
  }
}
