package io.denizen.domain.identity;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What someone tells about themselves; what is null is not told.
 *
 * @param locale in which they want to be addressed
 */
public record ProfileDetails(
    FullName name,
    @Nullable AvatarUri avatarUri,
    @Nullable PhoneNumber phoneNumber,
    @Nullable PostalAddress postalAddress,
    @Nullable Bio bio,
    @Nullable LanguageTag locale,
    @Nullable TimeZoneName timeZone,
    @Nullable BirthDate birthDate) {

  /** Of whom nothing is told. */
  public static final ProfileDetails NOTHING =
      new ProfileDetails(FullName.UNKNOWN, null, null, null, null, null, null, null);

  public ProfileDetails withName(UnaryOperator<FullName> edit) {
    return new ProfileDetails(
        edit.apply(name), avatarUri, phoneNumber, postalAddress, bio, locale, timeZone, birthDate);
  }

  public ProfileDetails withAvatarUri(@Nullable AvatarUri newAvatarUri) {
    return new ProfileDetails(
        name, newAvatarUri, phoneNumber, postalAddress, bio, locale, timeZone, birthDate);
  }

  public ProfileDetails withPhoneNumber(@Nullable PhoneNumber newPhoneNumber) {
    return new ProfileDetails(
        name, avatarUri, newPhoneNumber, postalAddress, bio, locale, timeZone, birthDate);
  }

  public ProfileDetails withPostalAddress(@Nullable PostalAddress newPostalAddress) {
    return new ProfileDetails(
        name, avatarUri, phoneNumber, newPostalAddress, bio, locale, timeZone, birthDate);
  }

  public ProfileDetails withBio(@Nullable Bio newBio) {
    return new ProfileDetails(
        name, avatarUri, phoneNumber, postalAddress, newBio, locale, timeZone, birthDate);
  }

  public ProfileDetails withLocale(@Nullable LanguageTag newLocale) {
    return new ProfileDetails(
        name, avatarUri, phoneNumber, postalAddress, bio, newLocale, timeZone, birthDate);
  }

  public ProfileDetails withTimeZone(@Nullable TimeZoneName newTimeZone) {
    return new ProfileDetails(
        name, avatarUri, phoneNumber, postalAddress, bio, locale, newTimeZone, birthDate);
  }

  public ProfileDetails withBirthDate(@Nullable BirthDate newBirthDate) {
    return new ProfileDetails(
        name, avatarUri, phoneNumber, postalAddress, bio, locale, timeZone, newBirthDate);
  }
}
