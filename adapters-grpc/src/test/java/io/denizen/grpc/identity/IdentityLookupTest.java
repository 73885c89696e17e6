package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.BatchGetIdentitiesRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.grpc.Status.Code;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class IdentityLookupTest extends GrpcTest {

  @Test
  void anIdentityIsFoundByItsEmailAddressWhateverTheCase() {
    Identity created = create(person());

    assertThat(byEmail(created.getEmail().toUpperCase(Locale.ROOT))).isEqualTo(created);
  }

  @Test
  void anIdentityIsFoundByItsSlug() {
    Identity created = create(person());

    assertThat(bySlug(created.getSlug())).isEqualTo(created);
  }

  @Test
  void aDeletedIdentityIsNotFoundByWhatItHad() {
    Identity deleted = create(person());
    delete(deleted);

    denizen.refused(() -> byEmail(deleted.getEmail())).is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND");
    denizen.refused(() -> bySlug(deleted.getSlug())).is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND");
  }

  @Test
  void aLookupNeedsOneWellFormedKey() {
    denizen.refused(() -> byEmail("nobody")).isInvalid("email");
    denizen.refused(() -> byEmail("")).isInvalid("email");
    denizen.refused(() -> bySlug("No Slug")).isInvalid("slug");
    denizen.refused(() -> bySlug("")).isInvalid("slug");
    denizen
        .refused(() -> identities.lookupIdentity(LookupIdentityRequest.getDefaultInstance()))
        .isInvalid("email");
  }

  @Test
  void aBatchIsAnsweredInTheOrderOfItsNamesAndOneGivenTwiceTwice() {
    Identity first = create(person());
    Identity second = create(person());

    assertThat(batch(false, second.getName(), first.getName(), second.getName()))
        .containsExactly(second, first, second);
  }

  @Test
  void aBatchWithOneThatIsMissingIsRefusedAndTellsWhich() {
    Identity there = create(person());
    Identity gone = create(person());
    Identity deleted = delete(gone);
    String nobody = "identities/" + NOBODY;

    for (String missing : List.of(gone.getName(), nobody)) {
      denizen
          .refused(() -> batch(false, there.getName(), missing))
          .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND")
          .of(missing);
    }
    assertThat(batch(true, gone.getName(), there.getName())).containsExactly(deleted, there);
    denizen.refused(() -> batch(true, nobody)).is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND").of(nobody);
  }

  @Test
  void aBatchIsOfOneToAThousand() {
    Identity there = create(person());

    denizen.refused(() -> batch(false)).isInvalid("names");
    assertThat(batch(false, Collections.nCopies(1_000, there.getName()).toArray(new String[0])))
        .hasSize(1_000);
    denizen
        .refused(
            () -> batch(false, Collections.nCopies(1_001, there.getName()).toArray(new String[0])))
        .isInvalid("names");
  }

  @Test
  void everyMalformedNameIsTold() {
    String good = "identities/" + NOBODY;

    denizen
        .refused(() -> batch(false, "nobody", good, "", "applications/" + NOBODY))
        .isInvalid("names[0]", "names[2]", "names[3]");
  }

  @Test
  void ofVeryManyMalformedNamesAsManyAreToldAsAClientCanReceive() {
    String[] wrong = Collections.nCopies(1_000, "nobody").toArray(new String[0]);

    assertThat(
            denizen
                .refused(() -> batch(false, wrong))
                .is(Code.INVALID_ARGUMENT, "INVALID_FIELD")
                .fields())
        .contains("names[0]", "names[9]")
        .hasSizeLessThan(1_000);
  }

  private Identity byEmail(String email) {
    return identities.lookupIdentity(LookupIdentityRequest.newBuilder().setEmail(email).build());
  }

  private Identity bySlug(String slug) {
    return identities.lookupIdentity(LookupIdentityRequest.newBuilder().setSlug(slug).build());
  }

  private List<Identity> batch(boolean showDeleted, String... names) {
    return identities
        .batchGetIdentities(
            BatchGetIdentitiesRequest.newBuilder()
                .addAllNames(List.of(names))
                .setShowDeleted(showDeleted)
                .build())
        .getIdentitiesList();
  }

  private Identity delete(Identity identity) {
    return identities.deleteIdentity(
        DeleteIdentityRequest.newBuilder().setName(identity.getName()).build());
  }
}
