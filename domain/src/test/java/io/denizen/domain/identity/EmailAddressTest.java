package io.denizen.domain.identity;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.denizen.domain.shared.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "Ada.Lovelace@Example.ORG",
        "first+tag@sub.example.co.uk",
        "o'neill@example.org",
        "用户@例子.广告",
        "jürgen@bücher.example",
        "a@xn--bcher-kva.example",
        "!#$%&'*+/=?^_`{|}~-@example.org"
      })
  void anAddressIsKeptAsItWasTyped(String value) {
    assertThat(new EmailAddress(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a",
        "a@",
        "@b",
        "a@@b",
        "a@b@c",
        ".a@b",
        "a.@b",
        "a..b@c",
        "a@b..c",
        "a@.b",
        "a@b.",
        "a@-b",
        "a@b-",
        "a b@c",
        "a@b c",
        " a@b",
        "a@b ",
        "a@b\n",
        "a\u0000@b",
        "a@b\u0000",
        "\"a\"@b",
        "a@[127.0.0.1]",
        "a(comment)@b",
        "Ada <a@b>",
        "a\u202e@b",
        "a@b\u200f",
        "\ud800@b",
        "a@b,c@d",
        "a;@b",
        "a\\@b",
        "a@b_c"
      })
  void anythingElseIsRefused(String value) {
    assertThat(refusal(() -> new EmailAddress(value))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Ada@Example.ORG, ada@example.org",
    "ADA@EXAMPLE.ORG, ada@example.org",
    "JU\u0308RGEN@b, j\u00fcrgen@b",
    "J\u030cakub@b, \u01f0akub@b",
    "\u212aelvin@b, kelvin@b"
  })
  void addressesThatDifferInCaseOrCompositionAreTheSame(String typed, String other) {
    assertThat(new EmailAddress(typed).key()).isEqualTo(new EmailAddress(other).key());
  }

  @Test
  void theKeyOfAKeyIsItself() {
    String key = new EmailAddress("\u0130J\u030cÅngström@B.example").key();

    assertThat(new EmailAddress(key).key()).isEqualTo(key);
  }

  @Test
  void lengthIsCountedInBytes() {
    String domain = "@" + ("d".repeat(62) + ".").repeat(2) + "d".repeat(62);
    assertThat(new EmailAddress("é".repeat(32) + domain).value()).hasSize(32 + domain.length());
    assertThat(refusal(() -> new EmailAddress("é".repeat(33) + "@b")))
        .isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new EmailAddress("a".repeat(64) + domain + ".b")))
        .isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> new EmailAddress("a@" + "d".repeat(64))))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.", "a@", "a@b.", "a-", "@", "é"})
  void endlessInputIsRefusedAtOnce(String part) {
    for (int length : new int[] {50, 250, 2_000_000}) {
      String hostile = part.repeat(length) + "\u0000";
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> refusal(() -> new EmailAddress(hostile)));
    }
  }

  @Test
  void aRefusalDoesNotRepeatTheAddress() {
    assertThat(refusal(() -> new EmailAddress("secret@@person")).message())
        .doesNotContain("secret", "person");
  }
}
