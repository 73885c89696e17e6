package io.denizen.domain.identity;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile may hold. */
class ProfileValuesTest {

  @ParameterizedTest
  @ValueSource(strings = {"A", "Ada King-Noel", "de la Cruz", "李小龍", "O'Brien", "X Æ A-12"})
  void aNameIsWhateverItsBearerWrites(String value) {
    assertThat(new PersonName(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " Ada", "Ada\n", "A\u0000", "\u202eadA", "\u200b", "\ud800"})
  void whatCannotBeReadAsANameIsRefused(String value) {
    assertThat(refusal(() -> new PersonName(value))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new AddressLine(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    assertThat(new PersonName("😀".repeat(200)).value()).hasSize(400);
    assertThat(refusal(() -> new PersonName("a".repeat(201)))).isInstanceOf(InvalidValue.class);
    assertThat(new AddressLine("😀".repeat(200)).value()).hasSize(400);
    assertThat(refusal(() -> new AddressLine("a".repeat(201)))).isInstanceOf(InvalidValue.class);
    assertThat(new Bio("😀".repeat(2_000)).value()).hasSize(4_000);
    assertThat(refusal(() -> new Bio("a".repeat(2_001)))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a\rb", "a\tb", "\u0000", "\u2067"})
  void aBioHasSomethingToSeeAndNoControlCharactersButLineFeeds(String value) {
    assertThat(new Bio("Writes.\n\nCounts.").value()).contains("\n");
    assertThat(refusal(() -> new Bio(value))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+442079460000", "+6834000", "+123456789012345"})
  void aPhoneNumberIsInternational(String value) {
    assertThat(new PhoneNumber(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "442079460000",
        "+04420794600",
        "+44 20 7946 0000",
        "+44-20-79460000",
        "00442079460000",
        "+123456",
        "+1234567890123456",
        "+44207946000a",
        "+٤٤٢٠٧٩٤٦٠٠٠",
        "+442079460000\n"
      })
  void anyOtherPhoneNumberIsRefused(String value) {
    assertThat(refusal(() -> new PhoneNumber(value))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/ada.png",
        "HTTPS://EXAMPLE.ORG",
        "https://example.org:8443/a?b=c&d=%20#e",
        "https://192.0.2.1/a",
        "https://[2001:db8::7]/a",
        "https://xn--bcher-kva.example/a"
      })
  void aPictureIsReachedOverHttps(String value) {
    assertThat(new AvatarUri(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://example.org/a",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "//example.org/a",
        "/a",
        "https:example.org",
        "https://",
        "https:///a",
        "https://ada@example.org/a",
        "https://ada:secret@example.org/a",
        "https://example.org:99999/a",
        "https://example.org/a b",
        "https://example.org/é",
        "https://bücher.example/a",
        "https://example.org/\u0000",
        "https://example_org/a"
      })
  void anythingElseIsNoPicture(String value) {
    assertThat(refusal(() -> new AvatarUri(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aPicturesAddressIsAtMost2048Characters() {
    String start = "https://example.org/";

    assertThat(new AvatarUri(start + "a".repeat(2_048 - start.length())).value()).hasSize(2_048);
    assertThat(refusal(() -> new AvatarUri(start + "a".repeat(2_049 - start.length()))))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "DE-ch, de-CH",
    "zh-hant-tw, zh-Hant-TW",
    "es-419, es-419",
    "sl-rozaj-biske, sl-rozaj-biske",
    "i-klingon, tlh",
    "x-private, x-private",
    "und, und"
  })
  void aLanguageIsKeptInItsCanonicalNotation(String given, String kept) {
    assertThat(new LanguageTag(given).value()).isEqualTo(kept);
    assertThat(new LanguageTag(kept).value()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "e", "en_US", "en-", "-en", "englisch1", "de--CH", "en US", "é", "en-x", "*"})
  void aTagThatIsNotWellFormedIsRefused(String value) {
    assertThat(refusal(() -> new LanguageTag(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aTagIsAtMost64Characters() {
    String variants = "en-x-" + "abcdefg-".repeat(7) + "abc";

    assertThat(new LanguageTag(variants).value()).hasSize(64);
    assertThat(refusal(() -> new LanguageTag(variants + "d"))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Zurich", "UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires"})
  void aTimeZoneIsOneOfTheDatabaseOfTimeZones(String value) {
    assertThat(TimeZoneName.of(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "europe/zurich", "Europe/Atlantis", "+02:00", "Z", "UTC+2", "CEST", "a b"})
  void anotherTimeZoneIsRefused(String value) {
    assertThat(refusal(() -> TimeZoneName.of(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aTimeZoneThatThisJavaDoesNotKnowCanStillBeRead() {
    assertThat(new TimeZoneName("Europe/Atlantis").value()).isEqualTo("Europe/Atlantis");
    for (String value : List.of("", "/a", "1", "a b", "é", "a".repeat(65))) {
      assertThat(refusal(() -> new TimeZoneName(value))).isInstanceOf(InvalidValue.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CH", "GB", "XK"})
  void aRegionIsTwoCapitalLetters(String value) {
    assertThat(new RegionCode(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "ch", "CHE", "41", "ÄÖ"})
  void anyOtherRegionIsRefused(String value) {
    assertThat(refusal(() -> new RegionCode(value))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void anAddressHasAtMostTenLinesAndTenRecipients() {
    List<AddressLine> ten = Collections.nCopies(10, new AddressLine("a"));
    List<AddressLine> eleven = Collections.nCopies(11, new AddressLine("a"));

    assertThat(address(ten, ten).lines()).hasSize(10);
    assertThat(refusal(() -> address(eleven, ten))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> address(ten, eleven))).isInstanceOf(InvalidValue.class);
  }

  private static PostalAddress address(List<AddressLine> lines, List<AddressLine> recipients) {
    return new PostalAddress(
        new RegionCode("CH"), null, null, null, null, null, null, lines, recipients, null);
  }
}
