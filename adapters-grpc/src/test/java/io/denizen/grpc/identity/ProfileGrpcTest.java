package io.denizen.grpc.identity;

import com.google.protobuf.FieldMask;
import com.google.type.Date;
import com.google.type.PostalAddress;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Profile;
import io.denizen.identity.v1.UpdateProfileRequest;
import java.util.List;

/** A test of the profile of one identity. */
abstract class ProfileGrpcTest extends GrpcTest {

  final Identity ada = create(person());
  final String name = ada.getName() + "/profile";
  final Profile full =
      Profile.newBuilder()
          .setName(name)
          .setGivenName("Augusta Ada")
          .setFamilyName("King-Noel")
          .setMiddleName("Byron")
          .setNickname("Enchantress")
          .setAvatarUri("https://example.org/ada.png")
          .setPhoneNumber("+442079460000")
          .setPostalAddress(
              PostalAddress.newBuilder()
                  .setRegionCode("GB")
                  .setLanguageCode("en")
                  .setPostalCode("SW1Y 4JH")
                  .setSortingCode("CEDEX 7")
                  .setAdministrativeArea("Greater London")
                  .setLocality("London")
                  .setSublocality("St James's")
                  .addAddressLines("12 St James's Square")
                  .addAddressLines("2nd floor")
                  .addRecipients("The Countess of Lovelace")
                  .setOrganization("Analytical Engine Ltd."))
          .setBio("Notes.\nA to G.")
          .setLocale("en-GB")
          .setTimeZone("Europe/London")
          .setBirthDate(Date.newBuilder().setYear(1975).setMonth(12).setDay(10))
          .build();

  final Profile with(PostalAddress.Builder address) {
    return Profile.newBuilder().setName(name).setPostalAddress(address).build();
  }

  final Profile get(String of) {
    return profiles.getProfile(GetProfileRequest.newBuilder().setName(of).build());
  }

  final Profile update(Profile profile, String... mask) {
    return profiles.updateProfile(
        UpdateProfileRequest.newBuilder()
            .setProfile(profile)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }
}
