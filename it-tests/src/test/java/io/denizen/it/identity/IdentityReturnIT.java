package io.denizen.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import org.junit.jupiter.api.Test;

/** A deleted identity leaves its handles to others, and may find them taken when it returns. */
@EndToEnd
class IdentityReturnIT {
  private final Caller caller;

  IdentityReturnIT(TestDenizen denizen) {
    this.caller = denizen.caller();
  }

  @Test
  void anEmailIsFreeAgainAfterItsIdentityIsDeleted() {
    Identity first = Some.person(caller);
    delete(first);

    Identity second = create(Some.person().setEmail(first.getEmail()));

    assertThat(second.getName()).isNotEqualTo(first.getName());
    assertThat(
            caller
                .identities()
                .lookupIdentity(
                    LookupIdentityRequest.newBuilder().setEmail(first.getEmail()).build()))
        .isEqualTo(second);
  }

  @Test
  void anIdentityDoesNotReturnWhileAnotherHasItsEmail() {
    Identity first = Some.person(caller);
    delete(first);
    Identity second = create(Some.person().setEmail(first.getEmail()));

    Refusal refusal = Refusal.of(() -> undelete(first));

    assertThat(refusal.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(refusal.reason()).isEqualTo("EMAIL_TAKEN");
    assertThat(refusal.domain()).isEqualTo("denizen.io");
    delete(second);
    assertThat(undelete(first).getEmail()).as("now that it is free").isEqualTo(first.getEmail());
  }

  @Test
  void anIdentityDoesNotReturnWhileAnotherHasItsSlug() {
    Identity first = create(Some.person().setSlug(Some.handle()));
    delete(first);
    create(Some.person().setSlug(first.getSlug()));

    Refusal refusal = Refusal.of(() -> undelete(first));

    assertThat(refusal.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(refusal.reason()).isEqualTo("SLUG_TAKEN");
  }

  @Test
  void anIdentityReturnsAsItWas() {
    Identity identity = create(Some.person().setSlug(Some.handle()));
    delete(identity);

    Identity returned = undelete(identity);

    assertThat(returned)
        .isEqualTo(
            identity.toBuilder()
                .setUpdateTime(returned.getUpdateTime())
                .setEtag(returned.getEtag())
                .build());
    assertThat(caller.identities().getIdentity(get(identity).build())).isEqualTo(returned);
  }

  @Test
  void aDeletedIdentityIsNotFoundUnlessAskedFor() {
    Identity identity = Some.person(caller);
    Identity deleted = delete(identity);

    assertThat(Refusal.of(() -> caller.identities().getIdentity(get(identity).build())).code())
        .isEqualTo(Status.Code.NOT_FOUND);
    assertThat(caller.identities().getIdentity(get(identity).setShowDeleted(true).build()))
        .isEqualTo(deleted);
    assertThat(deleted.hasDeleteTime()).isTrue();
  }

  private Identity create(Identity.Builder identity) {
    return caller
        .identities()
        .createIdentity(CreateIdentityRequest.newBuilder().setIdentity(identity).build());
  }

  private Identity delete(Identity identity) {
    return caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(identity.getName()).build());
  }

  private Identity undelete(Identity identity) {
    return caller
        .identities()
        .undeleteIdentity(UndeleteIdentityRequest.newBuilder().setName(identity.getName()).build());
  }

  private static GetIdentityRequest.Builder get(Identity identity) {
    return GetIdentityRequest.newBuilder().setName(identity.getName());
  }
}
