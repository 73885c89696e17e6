package io.denizen.domain.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static Fingerprint of(String first, String second) {
    return Fingerprint.of(first.getBytes(UTF_8), second.getBytes(UTF_8));
  }

  @Test
  void equalRequestsHaveEqualFingerprints() {
    assertThat(of("CreateTeam", "body")).isEqualTo(of("CreateTeam", "body"));
    assertThat(of("CreateTeam", "body").hex()).matches("[0-9a-f]{64}");
  }

  @Test
  void whereAPartEndsMatters() {
    assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc"));
    assertThat(of("a\u0000", "b")).isNotEqualTo(of("a", "\u0000b"));
  }
}
