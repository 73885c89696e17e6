package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Identity.Kind;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdentityUpdateTest extends GrpcTest {

  @Test
  void emailSlugAndNameAreChangedTogether() {
    Identity created = create(person());
    Identity wanted = person().toBuilder().setName(created.getName()).build();

    Identity updated = denizen.audited("identity.updated", () -> update(wanted));

    assertThat(updated.getEmail()).isEqualTo(wanted.getEmail());
    assertThat(updated.getSlug()).isEqualTo(wanted.getSlug());
    assertThat(updated.getDisplayName()).isEqualTo(wanted.getDisplayName());
  }

  @Test
  void aSlugIsTakenAwayByNamingItAndLeavingItEmpty() {
    Identity created = create(person());
    Identity bare = created.toBuilder().clearSlug().build();

    assertThat(denizen.unaudited(() -> update(bare)).getSlug()).isEqualTo(created.getSlug());
    assertThat(denizen.audited("identity.updated", () -> update(bare, "slug")).getSlug()).isEmpty();
  }

  @Test
  void aPersonKeepsAnEmailAddressAndAServiceMayLoseIt() {
    Identity person = create(person());
    Identity service = create(person().toBuilder().setKind(Kind.KIND_SERVICE).build());

    denizen
        .refused(() -> update(person.toBuilder().clearEmail().build(), "email"))
        .isInvalid("identity.email");
    Identity without =
        denizen.audited(
            "identity.updated", () -> update(service.toBuilder().clearEmail().build(), "email"));
    assertThat(without.getEmail()).isEmpty();
  }

  @Test
  void theKindCannotBeChangedHoweverItIsAskedFor() {
    Identity person = create(person());
    Identity service = person.toBuilder().setKind(Kind.KIND_SERVICE).build();

    for (List<String> mask : List.of(List.of("kind"), List.of("*"), List.<String>of())) {
      denizen
          .refused(() -> update(service, mask.toArray(new String[0])))
          .isInvalid("identity.kind");
    }
    denizen
        .refused(() -> update(person.toBuilder().clearKind().build(), "kind"))
        .isInvalid("identity.kind");
    denizen
        .refused(() -> update(person.toBuilder().setKindValue(77).build(), "kind"))
        .isInvalid("identity.kind");
  }

  @Test
  void theKindMayBeGivenAsItIsOrLeftOut() {
    Identity person = create(person());

    denizen.unaudited(() -> update(person, "kind"));
    denizen.unaudited(() -> update(person.toBuilder().clearKind().build(), "*"));
    denizen.audited(
        "identity.updated",
        () ->
            update(
                person.toBuilder().setKind(Kind.KIND_SERVICE).setDisplayName("Else").build(),
                "display_name"));
  }

  @Test
  void whatAnotherHasIsTaken() {
    Identity first = create(person());
    Identity second = create(person());

    denizen
        .refused(() -> update(second.toBuilder().setEmail(first.getEmail()).build(), "email"))
        .is(Code.ALREADY_EXISTS, "EMAIL_TAKEN");
    denizen
        .refused(() -> update(second.toBuilder().setSlug(first.getSlug()).build(), "slug"))
        .is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    Identity wrong = Identity.newBuilder().setName("nobody").setEmail("x").setSlug("X").build();

    denizen
        .refused(() -> update(wrong, "*"))
        .isInvalid("identity.name", "identity.email", "identity.slug", "identity.display_name");
  }

  private Identity update(Identity identity, String... mask) {
    return identities.updateIdentity(
        UpdateIdentityRequest.newBuilder()
            .setIdentity(identity)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }
}
