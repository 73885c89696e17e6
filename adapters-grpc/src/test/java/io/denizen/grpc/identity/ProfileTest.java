package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Profile;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UpdateProfileRequest;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What identities tell about themselves. */
final class ProfileTest extends ProfileGrpcTest {

  @Test
  void aProfileIsThereAndEmptyBeforeAnybodyWritesIt() {
    assertThat(denizen.unaudited(() -> get(name)))
        .isEqualTo(Profile.newBuilder().setName(name).setEtag("0").build());
  }

  @Test
  void theFirstUpdateCreatesItAndEveryFieldIsKept() {
    Profile created = denizen.audited("profile.created", () -> update(full, "*"));

    assertThat(created.toBuilder().clearCreateTime().clearUpdateTime().clearEtag().build())
        .isEqualTo(full);
    assertThat(created.getEtag()).isEqualTo("1");
    assertThat(created.getUpdateTime()).isEqualTo(created.getCreateTime());
    assertThat(get(name)).isEqualTo(created);
  }

  @Test
  void aFieldInTheMaskIsChangedAndNothingElse() {
    Profile created = update(full, "*");

    Profile updated =
        denizen.audited(
            "profile.updated",
            () ->
                update(
                    Profile.newBuilder().setName(name).setNickname("Ada").setBio("x").build(),
                    "nickname",
                    "phone_number"));

    assertThat(updated)
        .isEqualTo(
            created.toBuilder()
                .setNickname("Ada")
                .clearPhoneNumber()
                .setUpdateTime(updated.getUpdateTime())
                .setEtag("2")
                .build());
  }

  @Test
  void withoutAMaskWhatIsGivenIsChanged() {
    update(full, "*");

    Profile updated =
        denizen.audited(
            "profile.updated",
            () ->
                update(
                    Profile.newBuilder()
                        .setName(name)
                        .setBirthDate(Date.newBuilder().setMonth(12).setDay(10))
                        .build()));

    assertThat(updated.getBirthDate().getYear()).isZero();
    assertThat(updated.getNickname()).isEqualTo("Enchantress");
  }

  @Test
  void aStarMeansEveryFieldAndSoEmptiesTheRest() {
    update(full, "*");

    Profile updated =
        denizen.audited(
            "profile.updated", () -> update(Profile.newBuilder().setName(name).build(), "*"));

    assertThat(updated.toBuilder().clearCreateTime().clearUpdateTime().clearEtag().build())
        .isEqualTo(Profile.newBuilder().setName(name).build());
  }

  @Test
  void anAddressOrDateThatIsNamedAndNotGivenIsTakenAway() {
    update(full, "*");
    Profile nothing = Profile.newBuilder().setName(name).build();

    Profile updated =
        denizen.audited("profile.updated", () -> update(nothing, "postal_address", "birth_date"));

    assertThat(updated.hasPostalAddress()).isFalse();
    assertThat(updated.hasBirthDate()).isFalse();
  }

  @Test
  void anUpdateThatChangesNothingLeavesNoTrace() {
    Profile created = update(full, "*");

    assertThat(denizen.unaudited(() -> update(created, "*"))).isEqualTo(created);
    assertThat(denizen.unaudited(() -> update(created))).isEqualTo(created);
    assertThat(denizen.unaudited(() -> update(full, "name", "etag", "create_time")))
        .isEqualTo(created);
  }

  @Test
  void anUpdateIsDoneOnlyOnTheVersionThatTheCallerSaw() {
    for (String etag : List.of("1", "nonsense")) {
      denizen
          .refused(() -> update(full.toBuilder().setEtag(etag).build(), "*"))
          .is(Code.ABORTED, "STALE_VERSION")
          .of(name);
    }
    Profile created =
        denizen.audited(
            "profile.created", () -> update(full.toBuilder().setEtag("0").build(), "*"));
    Profile other = created.toBuilder().setNickname("Ada").build();

    denizen
        .refused(() -> update(other.toBuilder().setEtag("0").build(), "*"))
        .is(Code.ABORTED, "STALE_VERSION")
        .of(name);
    assertThat(denizen.audited("profile.updated", () -> update(other, "*")).getEtag())
        .isEqualTo("2");
  }

  @Test
  void aRepeatedUpdateAnswersTheFirstOutcome() {
    UpdateProfileRequest request =
        UpdateProfileRequest.newBuilder().setProfile(full).setRequestId(requestId()).build();
    Profile first = denizen.audited("profile.created", () -> profiles.updateProfile(request));
    update(full.toBuilder().setNickname("Ada").build());

    assertThat(denizen.unaudited(() -> profiles.updateProfile(request))).isEqualTo(first);
  }

  @Test
  void anUpdateThatIsOnlyValidatedLeavesNothing() {
    UpdateProfileRequest request =
        UpdateProfileRequest.newBuilder().setProfile(full).setValidateOnly(true).build();

    assertThat(denizen.unaudited(() -> profiles.updateProfile(request)).getNickname())
        .isEqualTo("Enchantress");
    assertThat(get(name).getEtag()).isEqualTo("0");
  }

  @Test
  void itGoesWithItsIdentityAndComesBackWithIt() {
    Profile written = update(full, "*");
    assertThat(
            denizen.audited(
                () ->
                    identities.deleteIdentity(
                        DeleteIdentityRequest.newBuilder().setName(ada.getName()).build())))
        .extracting(event -> event.action().value())
        .containsExactlyInAnyOrder("profile.deleted", "identity.deleted");
    identities.undeleteIdentity(
        UndeleteIdentityRequest.newBuilder().setName(ada.getName()).build());

    Profile back = get(name);
    assertThat(back)
        .isEqualTo(written.toBuilder().setUpdateTime(back.getUpdateTime()).setEtag("3").build());
  }
}
