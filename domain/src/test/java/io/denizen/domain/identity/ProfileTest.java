package io.denizen.domain.identity;

import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Images;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

  private static final ProfileId ID = new ProfileId(new UUID(0x7000L, 8));
  private static final IdentityId ADA = new IdentityId(new UUID(0x7000L, 7));
  private static final ProfileDetails DETAILS =
      new ProfileDetails(
          new FullName(
              new PersonName("Ada"),
              new PersonName("Lovelace"),
              new PersonName("King"),
              new PersonName("Enchantress")),
          new AvatarUri("https://example.org/ada.png"),
          new PhoneNumber("+442079460000"),
          new PostalAddress(
              new RegionCode("GB"),
              new LanguageTag("en"),
              new AddressLine("SW1Y 4JH"),
              null,
              null,
              new AddressLine("London"),
              null,
              List.of(new AddressLine("12 St James's Square")),
              List.of(),
              null),
          new Bio("Notes A to G"),
          new LanguageTag("en-GB"),
          new TimeZoneName("Europe/London"),
          new BirthDate("1975-12-10"));

  private final Profile profile = Profile.create(ID, ADA, DETAILS, FIRST).after();

  @Test
  void aNewProfileIsTheFirstVersionOfWhatItsIdentityAlwaysHad() {
    Change<Profile> change = Profile.create(ID, ADA, DETAILS, FIRST);

    assertThat(change.action()).isEqualTo(new Action("profile.created"));
    assertThat(change.action().isReserved()).isTrue();
    assertThat(change.before()).isNull();
    assertThat(change.after().lifecycle().version()).isEqualTo(1);
    assertThat(change.after().name().value()).isEqualTo("identities/" + ADA.value() + "/profile");
  }

  @Test
  void anUpdateThatChangesNothingDecidesNothing() {
    assertThat(profile.update(details -> DETAILS, SECOND)).isEqualTo(Decision.nothing(profile));
  }

  @Test
  void anUpdateChangesTheImageInTheChangedFieldsOnly() {
    Profile edited =
        profile
            .update(
                details ->
                    details
                        .withName(name -> name.withNickname(null))
                        .withBio(new Bio("Notes A to H")),
                SECOND)
            .outcome();

    assertThat(Images.differing(profile.image(), edited.image()))
        .containsExactlyInAnyOrder("nickname", "bio", "update_time", "version");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, true",
    "2026-01-02, true",
    "2026-01-03, false",
    "2026-01, true",
    "2026-02, false",
    "2026, true",
    "2027, false",
    "--12-31, true"
  })
  void aBirthDateIsInTheFutureOnlyWhereItIsSoEverywhereOnEarth(String date, boolean right) {
    // Where days begin first, the second of January has just begun.
    Occasion late =
        new Occasion(new ChangeSetId(ID.value()), Instant.parse("2026-01-01T10:00:00Z"));
    ProfileDetails born = ProfileDetails.NOTHING.withBirthDate(new BirthDate(date));

    if (right) {
      assertThat(Profile.create(ID, ADA, born, late).after().details()).isEqualTo(born);
      assertThat(profile.update(details -> born, late).outcome().details()).isEqualTo(born);
    } else {
      assertThat(refusal(() -> Profile.create(ID, ADA, born, late)))
          .isEqualTo(new ProfileFailure.BirthDateInFuture());
      assertThat(refusal(() -> profile.update(details -> born, late)))
          .isEqualTo(new ProfileFailure.BirthDateInFuture());
    }
  }

  @Test
  void aDeletionCanBeTakenBack() {
    Profile deleted = profile.delete(SECOND).after();
    Profile back = deleted.undelete(THIRD).after();

    assertThat(deleted.lifecycle().deletion()).isEqualTo(SECOND.changeSet());
    assertThat(Images.differing(profile.image(), deleted.image()))
        .containsExactlyInAnyOrder("delete_time", "deletion", "update_time", "version");
    assertThat(Images.differing(profile.image(), back.image())).isEqualTo(Images.ALWAYS);
  }

  @Test
  void anImageGivesBackTheWholeProfile() {
    Profile bare = Profile.create(ID, ADA, ProfileDetails.NOTHING, FIRST).after();
    Profile deleted = profile.delete(SECOND).after();

    for (Profile each : List.of(profile, bare, deleted)) {
      assertThat(Profile.fromImage(each.image())).isEqualTo(each);
    }
  }
}
