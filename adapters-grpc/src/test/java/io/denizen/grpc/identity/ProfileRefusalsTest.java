package io.denizen.grpc.identity;

import com.google.type.Date;
import com.google.type.PostalAddress;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Profile;
import io.grpc.Status.Code;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What they may not tell. */
final class ProfileRefusalsTest extends ProfileGrpcTest {

  @Test
  void everyFieldAtFaultIsNamed() {
    Profile wrong =
        Profile.newBuilder()
            .setName("identities/nobody/profile")
            .setGivenName(" ")
            .setFamilyName("\u0000")
            .setMiddleName("x".repeat(201))
            .setNickname("\u202e")
            .setAvatarUri("http://example.org")
            .setPhoneNumber("911")
            .setPostalAddress(
                PostalAddress.newBuilder()
                    .setRevision(1)
                    .setLanguageCode("!")
                    .setLocality(" ")
                    .addAddressLines("right")
                    .addAddressLines(""))
            .setBio("\r")
            .setLocale("en_US")
            .setTimeZone("Europe/Atlantis")
            .setBirthDate(Date.newBuilder().setYear(1975).setMonth(13).setDay(1))
            .build();

    denizen
        .refused(() -> update(wrong, "*"))
        .isInvalid(
            "profile.name",
            "profile.given_name",
            "profile.family_name",
            "profile.middle_name",
            "profile.nickname",
            "profile.avatar_uri",
            "profile.phone_number",
            "profile.postal_address.revision",
            "profile.postal_address.region_code",
            "profile.postal_address.language_code",
            "profile.postal_address.locality",
            "profile.postal_address.address_lines[1]",
            "profile.bio",
            "profile.locale",
            "profile.time_zone",
            "profile.birth_date");
  }

  @Test
  void tooManyLinesOfAnAddressAreOneFault() {
    List<String> eleven = Stream.generate(() -> "x").limit(11).toList();
    PostalAddress.Builder address = PostalAddress.newBuilder().setRegionCode("CH");

    denizen
        .refused(() -> update(with(address.clone().addAllAddressLines(eleven)), "postal_address"))
        .isInvalid("profile.postal_address.address_lines");
    denizen
        .refused(() -> update(with(address.clone().addAllRecipients(eleven)), "postal_address"))
        .isInvalid("profile.postal_address.recipients");
  }

  @Test
  void nobodyIsBornInTheFuture() {
    Profile unborn =
        Profile.newBuilder().setName(name).setBirthDate(Date.newBuilder().setYear(9999)).build();

    denizen.refused(() -> update(unborn, "birth_date")).isInvalid("profile.birth_date");
  }

  @Test
  void aFieldOutsideTheMaskIsNotEvenRead() {
    Profile wrongElsewhere =
        full.toBuilder().setPhoneNumber("911").setBirthDate(Date.getDefaultInstance()).build();

    denizen.audited("profile.created", () -> update(wrongElsewhere, "nickname"));
  }

  @Test
  void anUnknownPathIsRefused() {
    for (String path : List.of("nonsense", "", "postal_address.locality", "profile.bio", "*,*")) {
      denizen.refused(() -> update(full, path)).isInvalid("update_mask");
    }
  }

  @Test
  void anotherNameIsRefused() {
    for (String wrong :
        List.of(ada.getName(), name + "/", name + "s", "identities/-/profile", "profile")) {
      denizen.refused(() -> get(wrong)).isInvalid("name");
      denizen
          .refused(() -> update(full.toBuilder().setName(wrong).build(), "bio"))
          .isInvalid("profile.name");
    }
    denizen.refused(() -> get("")).isInvalid("name");
  }

  @Test
  void whoIsDeletedOrNeverWasHasNone() {
    update(full, "*");
    identities.deleteIdentity(DeleteIdentityRequest.newBuilder().setName(ada.getName()).build());

    for (String gone : List.of(ada.getName(), "identities/" + NOBODY)) {
      denizen
          .refused(() -> get(gone + "/profile"))
          .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND")
          .of(gone);
      denizen
          .refused(() -> update(full.toBuilder().setName(gone + "/profile").build(), "*"))
          .is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND")
          .of(gone);
    }
  }
}
