package io.denizen.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.ActivateIdentityRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An identity can be kept from acting, and let act again. */
@EndToEnd
class SuspensionIT {
  private final TestDenizen denizen;
  private final Caller caller;

  SuspensionIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
  }

  @Test
  void aSuspendedIdentityIsActiveAgainOnceItIsActivated() {
    Identity person = Some.person(caller);

    Identity suspended = suspend(person, person.getEtag());
    assertThat(suspended.getState()).isEqualTo(Identity.State.STATE_SUSPENDED);
    assertThat(
            caller
                .identities()
                .getIdentity(GetIdentityRequest.newBuilder().setName(person.getName()).build()))
        .isEqualTo(suspended);
    Identity activated = activate(suspended, suspended.getEtag());
    assertThat(activated)
        .isEqualTo(
            person.toBuilder()
                .setUpdateTime(activated.getUpdateTime())
                .setEtag(activated.getEtag())
                .build());
    assertThat(events(person))
        .containsExactly("identity.created", "identity.suspended", "identity.activated");
  }

  @Test
  void whatIsSoAlreadyLeavesNoTrace() {
    Identity person = Some.person(caller);

    assertThat(activate(person, "")).isEqualTo(person);
    Identity suspended = suspend(person, "");
    assertThat(suspend(person, "")).isEqualTo(suspended);
    assertThat(events(person)).containsExactly("identity.created", "identity.suspended");
  }

  @Test
  void whoSawAnotherVersionIsRefused() {
    Identity person = Some.person(caller);
    suspend(person, person.getEtag());

    Refusal refusal = Refusal.of(() -> activate(person, person.getEtag()));

    assertThat(refusal.code()).isEqualTo(Status.Code.ABORTED);
    assertThat(refusal.reason()).isEqualTo("STALE_VERSION");
  }

  private Identity suspend(Identity identity, String etag) {
    return caller
        .identities()
        .suspendIdentity(
            SuspendIdentityRequest.newBuilder().setName(identity.getName()).setEtag(etag).build());
  }

  private Identity activate(Identity identity, String etag) {
    return caller
        .identities()
        .activateIdentity(
            ActivateIdentityRequest.newBuilder().setName(identity.getName()).setEtag(etag).build());
  }

  private List<String> events(Identity identity) {
    return denizen
        .sql()
        .strings(
            "SELECT action FROM denizen.audit_events WHERE resource_id = ?::uuid ORDER BY sequence",
            Names.id(identity.getName()));
  }
}
