package io.denizen.testkit.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.identity.AddressLine;
import io.denizen.domain.identity.AvatarUri;
import io.denizen.domain.identity.Bio;
import io.denizen.domain.identity.BirthDate;
import io.denizen.domain.identity.FullName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.LanguageTag;
import io.denizen.domain.identity.PersonName;
import io.denizen.domain.identity.PhoneNumber;
import io.denizen.domain.identity.PostalAddress;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.ProfileDetails;
import io.denizen.domain.identity.Profiles;
import io.denizen.domain.identity.RegionCode;
import io.denizen.domain.identity.SingletonParts;
import io.denizen.domain.identity.TimeZoneName;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Occasion;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What {@link Profiles} and the journal promise about profiles. */
public abstract class ProfilesContract extends PartContract<Profile> {

  private static final ProfileDetails FULL =
      new ProfileDetails(
          new FullName(
              new PersonName("Augusta Ada"),
              new PersonName("King-Noel"),
              new PersonName("O'\"Byron\\ %_;--"),
              new PersonName("愛達 👩\u200D💻")),
          new AvatarUri("https://example.org/ada?size=64#face"),
          new PhoneNumber("+442079460000"),
          new PostalAddress(
              new RegionCode("GB"),
              new LanguageTag("en-GB"),
              new AddressLine("SW1Y 4JH"),
              new AddressLine("CEDEX 7"),
              new AddressLine("Greater London"),
              new AddressLine("London"),
              new AddressLine("St James's"),
              List.of(new AddressLine("12 St James's Square"), new AddressLine("\"2nd\" floor")),
              List.of(new AddressLine("The Countess of Lovelace")),
              new AddressLine("Analytical Engine Ltd.")),
          new Bio("Notes.\nA to G."),
          new LanguageTag("zh-Hant-TW"),
          new TimeZoneName("Europe/London"),
          new BirthDate("1975-12-10"));

  @Test
  void keepsEveryFieldAndTheAbsenceOfEach() {
    Profile full = created(person().id());
    assertThat(answer(parts().byIdentity(full.identityId()))).contains(full);

    List<UnaryOperator<ProfileDetails>> without =
        List.of(
            details -> details.withName(name -> name.withGiven(null)),
            details -> details.withName(name -> name.withFamily(null)),
            details -> details.withName(name -> name.withMiddle(null)),
            details -> details.withName(name -> name.withNickname(null)),
            details -> details.withAvatarUri(null),
            details -> details.withPhoneNumber(null),
            details -> details.withPostalAddress(null),
            details -> details.withBio(null),
            details -> details.withLocale(null),
            details -> details.withTimeZone(null),
            details -> details.withBirthDate(null));
    Profile profile = full;
    for (UnaryOperator<ProfileDetails> edit : without) {
      Profile before = profile;
      profile = committed(occasion -> edited(before, edit, occasion));
      assertThat(answer(parts().byIdentity(full.identityId()))).contains(profile);
    }
    assertThat(profile.details()).isEqualTo(ProfileDetails.NOTHING);
  }

  @Test
  void keepsAProfileThatSaysNothing() {
    Profile profile =
        committed(
            occasion ->
                Profile.create(
                    fixtures().profileId(), person().id(), ProfileDetails.NOTHING, occasion));

    assertThat(answer(parts().byIdentity(profile.identityId()))).contains(profile);
    assertThat(Profile.fromImage(profile.image())).isEqualTo(profile);
  }

  @Test
  void keepsTheLargestOfEverything() {
    AddressLine line = new AddressLine("𐐨".repeat(AddressLine.MAX_LENGTH));
    List<AddressLine> lines = Collections.nCopies(PostalAddress.MAX_LINES, line);
    PersonName name = new PersonName("𐐨".repeat(PersonName.MAX_LENGTH));
    ProfileDetails large =
        FULL.withName(any -> new FullName(name, name, name, name))
            .withAvatarUri(new AvatarUri("https://a/" + "x".repeat(AvatarUri.MAX_LENGTH - 10)))
            .withPostalAddress(
                new PostalAddress(
                    new RegionCode("CH"), null, line, line, line, line, line, lines, lines, line))
            .withBio(new Bio("𐐨".repeat(Bio.MAX_LENGTH)));

    Profile profile =
        committed(
            occasion -> Profile.create(fixtures().profileId(), person().id(), large, occasion));

    assertThat(answer(parts().byIdentity(profile.identityId()))).contains(profile);
  }

  @Test
  void keepsEveryKindOfBirthDate() {
    for (String date : List.of("2000-02-29", "--02-29", "1850", "1999-11")) {
      Profile profile =
          committed(
              occasion ->
                  Profile.create(
                      fixtures().profileId(),
                      person().id(),
                      ProfileDetails.NOTHING.withBirthDate(new BirthDate(date)),
                      occasion));

      assertThat(answer(parts().byIdentity(profile.identityId()))).contains(profile);
    }
  }

  @Override
  final SingletonParts<Profile> parts() {
    return ports().profiles();
  }

  @Override
  final Change<Profile> create(IdentityId identityId, Occasion occasion) {
    return Profile.create(fixtures().profileId(), identityId, FULL, occasion);
  }

  @Override
  final Change<Profile> edit(Profile profile, Occasion occasion) {
    return edited(
        profile,
        details ->
            details.withName(
                name -> name.withNickname(new PersonName("Ada " + fixtures().word("")))),
        occasion);
  }

  @Override
  final Profile fromImage(Document image) {
    return Profile.fromImage(image);
  }

  private static Change<Profile> edited(
      Profile profile, UnaryOperator<ProfileDetails> edit, Occasion occasion) {
    return Change.updated(profile, profile.update(edit, occasion).outcome());
  }
}
