package io.denizen.domain.credential;

import java.time.Duration;

/** What somebody proves by a token that was sent to them. */
public enum VerificationPurpose {
  /** To read mail at the identity's address. */
  EMAIL(Duration.ofDays(1)),
  /** To be who forgot the password. */
  PASSWORD_RESET(Duration.ofHours(1)),
  /** To have what a second factor is sent to. */
  TWO_FACTOR(Duration.ofMinutes(10));

  /** The longest that a token of any purpose is good for. */
  public static final Duration LONGEST = Duration.ofDays(30);

  private final Duration lifetime;

  VerificationPurpose(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** For how long a token is good unless somebody says otherwise. */
  public Duration lifetime() {
    return lifetime;
  }
}
