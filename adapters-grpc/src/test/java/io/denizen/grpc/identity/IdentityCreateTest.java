package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Identity.Kind;
import io.denizen.identity.v1.Identity.State;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class IdentityCreateTest extends GrpcTest {

  @Test
  void anIdentityIsAPersonWhereTheCallerDoesNotSayAndStartsActiveAndUnproven() {
    Identity created = create(person());

    assertThat(created.getKind()).isEqualTo(Kind.KIND_PERSON);
    assertThat(created.getState()).isEqualTo(State.STATE_ACTIVE);
    assertThat(created.getEmailVerified()).isFalse();
  }

  @Test
  void aServiceNeedsNeitherEmailNorSlug() {
    Identity service =
        Identity.newBuilder().setKind(Kind.KIND_SERVICE).setDisplayName("Importer").build();

    Identity created = denizen.audited("identity.created", () -> create(service));

    assertThat(created.getKind()).isEqualTo(Kind.KIND_SERVICE);
    assertThat(created.getEmail()).isEmpty();
    assertThat(created.getSlug()).isEmpty();
  }

  @Test
  void aPersonNeedsAnEmailAddress() {
    Identity nameless = person().toBuilder().clearEmail().build();

    denizen.refused(() -> create(nameless)).isInvalid("identity.email");
  }

  @Test
  void anEmailAddressIsTakenWhateverItsCase() {
    Identity first = create(person());
    Identity same =
        person().toBuilder().setEmail(first.getEmail().toUpperCase(Locale.ROOT)).build();

    denizen.refused(() -> create(same)).is(Code.ALREADY_EXISTS, "EMAIL_TAKEN");
  }

  @Test
  void aSlugIsTakenByOneAndFreeAgainOnceThatOneIsDeleted() {
    Identity first = create(person());
    Identity same = person().toBuilder().setSlug(first.getSlug()).build();

    denizen.refused(() -> create(same)).is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
    identities.deleteIdentity(DeleteIdentityRequest.newBuilder().setName(first.getName()).build());
    denizen.audited("identity.created", () -> create(same));
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    Identity wrong =
        Identity.newBuilder()
            .setEmail("nobody")
            .setSlug("Not A Slug")
            .setDisplayName(" \u202Eeman ")
            .setKindValue(77)
            .build();

    denizen
        .refused(
            () ->
                identities.createIdentity(
                    CreateIdentityRequest.newBuilder()
                        .setIdentity(wrong)
                        .setRequestId("once")
                        .build()))
        .isInvalid(
            "identity.email",
            "identity.slug",
            "identity.display_name",
            "identity.kind",
            "request_id");
  }

  @Test
  void whatCannotBeStoredOrShownIsRefused() {
    for (String name :
        List.of(
            "", " ", "a\u0000b", "a\nb", "a\u0085b", "\u200Fa", "a ", "\uD83D\uDE00".repeat(201))) {
      Identity wrong = person().toBuilder().setDisplayName(name).build();
      denizen.refused(() -> create(wrong)).isInvalid("identity.display_name");
    }
    for (String email :
        List.of(
            "a", "@", "a@", "a b@c", "a\u0000@b", "a@b@c", "a".repeat(65) + "@b", "\u202Ea@b")) {
      Identity wrong = person().toBuilder().setEmail(email).build();
      denizen.refused(() -> create(wrong)).isInvalid("identity.email");
    }
  }

  @Test
  void lettersOfAllScriptsAreKeptAsTyped() {
    Identity unusual =
        person().toBuilder()
            .setDisplayName("\u05D3\u05B8\u05BC \uD83D\uDC69\u200D\uD83D\uDCBB e\u0301")
            .build();

    assertThat(create(unusual).getDisplayName()).isEqualTo(unusual.getDisplayName());
  }

  @Test
  void thePersonWhoAsksIsNotToldWhoHasTheEmail() {
    Identity first = create(person());
    Identity same = person().toBuilder().setEmail(first.getEmail()).build();

    assertThat(denizen.refused(() -> create(same)).toString())
        .doesNotContain(first.getEmail())
        .doesNotContain(first.getName());
  }
}
