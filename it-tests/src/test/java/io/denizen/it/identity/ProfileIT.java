package io.denizen.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.type.Date;
import com.google.type.PostalAddress;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Profile;
import io.denizen.identity.v1.SuspendIdentityRequest;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UpdateProfileRequest;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an identity tells about itself, kept from its first word to its last. */
@EndToEnd
class ProfileIT {
  private static final int CALLERS = 64;

  private final TestDenizen denizen;
  private final Caller caller;
  private final Identity ada;
  private final String name;

  ProfileIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
    this.ada = Some.person(caller);
    this.name = ada.getName() + "/profile";
  }

  @Test
  void aProfileIsThereBeforeAnybodyWritesItAndKeepsWhatIsWritten() {
    assertThat(get()).isEqualTo(Profile.newBuilder().setName(name).setEtag("0").build());
    Profile given =
        Profile.newBuilder()
            .setName(name)
            .setGivenName("Augusta Ada")
            .setFamilyName("King-Noel")
            .setMiddleName("Byron")
            .setNickname("愛達 👩\u200D💻")
            .setAvatarUri("https://example.org/ada.png")
            .setPhoneNumber("+442079460000")
            .setPostalAddress(
                PostalAddress.newBuilder()
                    .setRegionCode("GB")
                    .setLocality("London")
                    .addAddressLines("12 St James's Square"))
            .setBio("Notes.\nA to G.")
            .setLocale("en-GB")
            .setTimeZone("Europe/London")
            .setBirthDate(Date.newBuilder().setMonth(12).setDay(10))
            .setEtag("0")
            .build();

    Profile written = update(given, "*");

    assertThat(written.toBuilder().clearCreateTime().clearUpdateTime().setEtag("0").build())
        .isEqualTo(given);
    assertThat(get()).isEqualTo(written);
    assertThat(actions()).containsExactly("profile.created");
  }

  @Test
  void ofManyWhoWriteTheFirstWordOneIsServedAndTheOthersAreTold() {
    AtOnce<Profile> updates =
        AtOnce.run(CALLERS, i -> update(nicknamed("Ada " + i).setEtag("0").build()));

    assertThat(updates.outcomes()).isEqualTo(Map.of("OK", 1, "ABORTED STALE_VERSION", CALLERS - 1));
    assertThat(get()).isEqualTo(updates.answers().getFirst());
    assertThat(actions()).containsExactly("profile.created");
  }

  @Test
  void aRequestSentManyTimesAtOnceWritesOnceAndIsAnsweredAlike() {
    UpdateProfileRequest request =
        UpdateProfileRequest.newBuilder()
            .setProfile(nicknamed("Ada"))
            .setRequestId(Some.requestId())
            .build();

    AtOnce<Profile> updates = AtOnce.run(CALLERS, i -> caller.profiles().updateProfile(request));

    assertThat(updates.outcomes()).isEqualTo(Map.of("OK", CALLERS));
    assertThat(updates.answers()).containsOnly(get());
    assertThat(actions()).containsExactly("profile.created");
  }

  @Test
  void aProfileGoesWithItsIdentityAndComesBackWithIt() {
    Profile written = update(nicknamed("Ada").build());
    caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(ada.getName()).build());

    Refusal gone = Refusal.of(this::get);
    assertThat(gone.code()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(gone.reason()).isEqualTo("IDENTITY_NOT_FOUND");
    assertThat(Refusal.of(() -> update(written)).reason()).isEqualTo("IDENTITY_NOT_FOUND");
    caller
        .identities()
        .undeleteIdentity(UndeleteIdentityRequest.newBuilder().setName(ada.getName()).build());

    Profile back = get();
    assertThat(back)
        .isEqualTo(written.toBuilder().setUpdateTime(back.getUpdateTime()).setEtag("3").build());
    assertThat(actions())
        .containsExactly("profile.created", "profile.deleted", "profile.undeleted");
  }

  @Test
  void whoIsSuspendedKeepsAProfileThatCanBeReadAndWritten() {
    update(nicknamed("Ada").build());
    caller
        .identities()
        .suspendIdentity(SuspendIdentityRequest.newBuilder().setName(ada.getName()).build());

    assertThat(update(nicknamed("Augusta").build()).getNickname()).isEqualTo("Augusta");
    assertThat(get().getNickname()).isEqualTo("Augusta");
  }

  private Profile.Builder nicknamed(String nickname) {
    return Profile.newBuilder().setName(name).setNickname(nickname);
  }

  private Profile get() {
    return caller.profiles().getProfile(GetProfileRequest.newBuilder().setName(name).build());
  }

  private Profile update(Profile profile, String... mask) {
    return caller
        .profiles()
        .updateProfile(
            UpdateProfileRequest.newBuilder()
                .setProfile(profile)
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
                .build());
  }

  private List<String> actions() {
    return denizen
        .sql()
        .strings(
            "SELECT action FROM denizen.audit_events WHERE resource = ? ORDER BY sequence", name);
  }
}
