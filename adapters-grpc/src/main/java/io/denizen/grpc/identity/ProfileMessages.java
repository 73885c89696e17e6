package io.denizen.grpc.identity;

import io.denizen.domain.identity.AvatarUri;
import io.denizen.domain.identity.Bio;
import io.denizen.domain.identity.BirthDate;
import io.denizen.domain.identity.FullName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.LanguageTag;
import io.denizen.domain.identity.PersonName;
import io.denizen.domain.identity.PhoneNumber;
import io.denizen.domain.identity.PostalAddress;
import io.denizen.domain.identity.ProfileDetails;
import io.denizen.domain.identity.TimeZoneName;
import io.denizen.grpc.shared.Edit;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Times;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.identity.v1.Profile;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps profiles between the API and the domain, both ways. */
final class ProfileMessages {

  private static final String POSTAL_ADDRESS = "profile.postal_address";

  private ProfileMessages() {}

  static Profile message(io.denizen.domain.identity.Profile profile) {
    Profile.Builder message =
        Profile.newBuilder()
            .setName(profile.name().value())
            .setCreateTime(Times.timestamp(profile.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(profile.lifecycle().updateTime()))
            .setEtag(Etags.of(profile));
    describe(profile.details(), message);
    return message.build();
  }

  /** As above, or the empty one of an identity for which nobody has written any. */
  static Profile message(
      IdentityId identityId, Optional<io.denizen.domain.identity.Profile> profile) {
    return profile
        .map(ProfileMessages::message)
        .orElseGet(
            () ->
                Profile.newBuilder()
                    .setName(io.denizen.domain.identity.Profile.name(identityId).value())
                    .setEtag(Etags.UNWRITTEN)
                    .build());
  }

  /** Whose profile a name names. */
  static IdentityId identityId(String name) {
    return new IdentityId(ResourceIds.of("identities", "profile", name));
  }

  /** What an update makes of the profile that it meets. */
  static Edit<ProfileDetails> edit(Fields fields, UpdateMask mask, Profile profile) {
    return new Edit<ProfileDetails>(mask)
        .set(
            "given_name",
            () -> name(fields, "given_name", profile.getGivenName()),
            naming(FullName::withGiven))
        .set(
            "family_name",
            () -> name(fields, "family_name", profile.getFamilyName()),
            naming(FullName::withFamily))
        .set(
            "middle_name",
            () -> name(fields, "middle_name", profile.getMiddleName()),
            naming(FullName::withMiddle))
        .set(
            "nickname",
            () -> name(fields, "nickname", profile.getNickname()),
            naming(FullName::withNickname))
        .set(
            "avatar_uri",
            () -> value(fields, "avatar_uri", profile.getAvatarUri(), AvatarUri::new),
            ProfileDetails::withAvatarUri)
        .set(
            "phone_number",
            () -> value(fields, "phone_number", profile.getPhoneNumber(), PhoneNumber::new),
            ProfileDetails::withPhoneNumber)
        .set(
            "postal_address",
            () -> postalAddress(fields, profile),
            ProfileDetails::withPostalAddress)
        .set("bio", () -> value(fields, "bio", profile.getBio(), Bio::new), ProfileDetails::withBio)
        .set(
            "locale",
            () -> value(fields, "locale", profile.getLocale(), LanguageTag::new),
            ProfileDetails::withLocale)
        .set(
            "time_zone",
            () -> value(fields, "time_zone", profile.getTimeZone(), TimeZoneName::of),
            ProfileDetails::withTimeZone)
        .set("birth_date", () -> birthDate(fields, profile), ProfileDetails::withBirthDate);
  }

  private static void describe(ProfileDetails details, Profile.Builder message) {
    set(details.name().given(), message::setGivenName);
    set(details.name().family(), message::setFamilyName);
    set(details.name().middle(), message::setMiddleName);
    set(details.name().nickname(), message::setNickname);
    set(details.avatarUri(), message::setAvatarUri);
    set(details.phoneNumber(), message::setPhoneNumber);
    set(details.bio(), message::setBio);
    set(details.locale(), message::setLocale);
    set(details.timeZone(), message::setTimeZone);
    if (details.postalAddress() != null) {
      message.setPostalAddress(PostalAddresses.message(details.postalAddress()));
    }
    if (details.birthDate() != null) {
      message.setBirthDate(Dates.message(details.birthDate()));
    }
  }

  private static void set(@Nullable Object value, Consumer<String> field) {
    if (value != null) {
      field.accept(value.toString());
    }
  }

  private static <T> @Nullable T value(
      Fields fields, String field, String text, Function<String, T> parse) {
    return fields.optional("profile." + field, text, parse);
  }

  private static @Nullable PersonName name(Fields fields, String field, String text) {
    return value(fields, field, text, PersonName::new);
  }

  private static BiFunction<ProfileDetails, @Nullable PersonName, ProfileDetails> naming(
      BiFunction<FullName, @Nullable PersonName, FullName> with) {
    return (details, part) -> details.withName(name -> with.apply(name, part));
  }

  private static @Nullable PostalAddress postalAddress(Fields fields, Profile profile) {
    return profile.hasPostalAddress()
        ? fields.parsed(
            POSTAL_ADDRESS,
            profile.getPostalAddress(),
            address -> PostalAddresses.read(POSTAL_ADDRESS, address))
        : null;
  }

  private static @Nullable BirthDate birthDate(Fields fields, Profile profile) {
    return profile.hasBirthDate()
        ? fields.parsed("profile.birth_date", profile.getBirthDate(), Dates::birthDate)
        : null;
  }
}
