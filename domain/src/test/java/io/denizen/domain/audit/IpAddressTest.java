package io.denizen.domain.audit;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.denizen.domain.shared.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::",
    "10:0:0:0:0:0:0:100, 10::100",
    "fe80::a:b, fe80::a:b",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::FFFF:c000:0201, 192.0.2.1",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "::192.0.2.1, ::c000:201"
  })
  void anAddressIsKeptInItsCanonicalNotation(String given, String kept) {
    assertThat(new IpAddress(given).value()).isEqualTo(kept);
    assertThat(new IpAddress(kept).value()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "256.0.0.1",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.004",
        "1.2.3.4.",
        ".1.2.3.4",
        "1..2.3",
        "1.2.3.4\n",
        " 1.2.3.4",
        "1.2.3.4/8",
        "1.2.3.-4",
        "0x7f.0.0.1",
        "2130706433",
        "١.٢.٣.٤",
        "localhost",
        "example.org",
        "example.org:80",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "fe80::1%eth0",
        "[::1]",
        "::1/64",
        "::1\u0000",
        "::1.2.3",
        "::1.2.3.256",
        "::1.2.3.4.5",
        "1.2.3.4::",
        "::1 ",
        "beef",
        "a.b:c"
      })
  void anythingElseIsRefused(String value) {
    assertThat(refusal(() -> new IpAddress(value))).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.", ":", "1:", "::", "f", ".:", "0:"})
  void endlessInputIsRefusedAtOnce(String part) {
    for (int length : new int[] {15, 20, 40, 2_000_000}) {
      String hostile = part.repeat(length) + "x";
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> refusal(() -> new IpAddress(hostile)));
    }
  }
}
