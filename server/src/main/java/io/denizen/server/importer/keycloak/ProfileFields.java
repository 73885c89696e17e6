package io.denizen.server.importer.keycloak;

import com.google.type.Date;
import com.google.type.PostalAddress;
import io.denizen.domain.identity.AddressLine;
import io.denizen.domain.identity.AvatarUri;
import io.denizen.domain.identity.Bio;
import io.denizen.domain.identity.BirthDate;
import io.denizen.domain.identity.LanguageTag;
import io.denizen.domain.identity.PersonName;
import io.denizen.domain.identity.PhoneNumber;
import io.denizen.domain.identity.RegionCode;
import io.denizen.domain.identity.TimeZoneName;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.identity.v1.Profile;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes those attributes into a profile that it has a field for: one value each, of the field's
 * form. All others stay where they are, so nothing is lost.
 */
final class ProfileFields {

  private final Map<String, List<String>> attributes;
  private final Profile.Builder profile = Profile.newBuilder();

  private ProfileFields(Map<String, List<String>> attributes) {
    this.attributes = attributes;
  }

  /**
   * The profile of someone with these attributes.
   *
   * @param attributes those of the profile are removed
   */
  static Profile take(Map<String, List<String>> attributes) {
    ProfileFields fields = new ProfileFields(attributes);
    fields.takeNames();
    fields.takeRest();
    fields.takeAddress();
    return fields.profile.build();
  }

  private void takeNames() {
    take(PersonName::new, it -> profile.setGivenName(it.value()), "firstName", "given_name");
    take(PersonName::new, it -> profile.setFamilyName(it.value()), "lastName", "family_name");
    take(
        PersonName::new,
        it -> profile.setMiddleName(it.value()),
        "middleName",
        "middle_name",
        "middlename");
    take(PersonName::new, it -> profile.setNickname(it.value()), "nickname", "nickName");
  }

  private void takeRest() {
    take(
        AvatarUri::new,
        it -> profile.setAvatarUri(it.value()),
        "picture",
        "avatar",
        "avatarUrl",
        "avatar_url",
        "avatarUri");
    take(
        number -> new PhoneNumber(unformatted(number)),
        it -> profile.setPhoneNumber(it.value()),
        "phoneNumber",
        "phone_number",
        "phone",
        "mobile");
    take(Bio::new, it -> profile.setBio(it.value()), "bio");
    take(
        tag -> new LanguageTag(tag.replace('_', '-')),
        it -> profile.setLocale(it.value()),
        "locale");
    take(
        TimeZoneName::of,
        it -> profile.setTimeZone(it.value()),
        "zoneinfo",
        "timezone",
        "timeZone",
        "time_zone");
    take(
        ProfileFields::birthDate,
        it ->
            profile.setBirthDate(
                Date.newBuilder().setYear(it.year()).setMonth(it.month()).setDay(it.day())),
        "birthdate",
        "birthDate",
        "birth_date",
        "birthday",
        "dateOfBirth");
  }

  /** What Keycloak's mapper makes an OpenID Connect address of; nothing, if there is no region. */
  private void takeAddress() {
    PostalAddress.Builder address = PostalAddress.newBuilder();
    take(RegionCode::new, it -> address.setRegionCode(it.value()), "country");
    if (address.getRegionCode().isEmpty()) {
      return;
    }
    take(
        ProfileFields::lines,
        it -> it.forEach(line -> address.addAddressLines(line.value())),
        "street",
        "street_address");
    take(AddressLine::new, it -> address.setLocality(it.value()), "locality", "city");
    take(AddressLine::new, it -> address.setAdministrativeArea(it.value()), "region");
    take(AddressLine::new, it -> address.setPostalCode(it.value()), "postal_code", "postalCode");
    profile.setPostalAddress(address);
  }

  /** The first attribute that there is under one of the names, and that can be read. */
  private <T> void take(Function<String, T> read, Consumer<T> set, String... names) {
    for (String name : names) {
      List<String> values = attributes.getOrDefault(name, List.of());
      if (values.size() == 1) {
        T value;
        try {
          value = read.apply(values.getFirst().strip());
        } catch (FailureException unlike) {
          continue;
        }
        set.accept(value);
        attributes.remove(name);
        return;
      }
    }
  }

  /** Without what people put between the digits; {@code (0)} is not dialled from abroad. */
  private static String unformatted(String number) {
    return number
        .replace("(0)", "")
        .chars()
        .filter(letter -> " -./()\u00a0".indexOf(letter) < 0)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<AddressLine> lines(String street) {
    List<AddressLine> lines = street.lines().map(String::strip).map(AddressLine::new).toList();
    InvalidValue.unless(
        lines.size() <= io.denizen.domain.identity.PostalAddress.MAX_LINES, "has too many lines");
    return lines;
  }

  /** OpenID Connect writes the year 0000 where it is not told. */
  private static BirthDate birthDate(String text) {
    BirthDate date = new BirthDate(text.startsWith("0000-") ? "--" + text.substring(5) : text);
    // The server refuses it too, and the whole profile with it.
    InvalidValue.unless(!date.isAfter(LocalDate.now(ZoneOffset.UTC)), "is in the future");
    return date;
  }
}
