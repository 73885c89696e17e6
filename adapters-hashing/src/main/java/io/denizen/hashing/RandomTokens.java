package io.denizen.hashing;

import io.denizen.domain.credential.TokenSecret;
import io.denizen.domain.credential.TokenSource;
import java.security.SecureRandom;

/** Tokens from the operating system's randomness. */
public final class RandomTokens implements TokenSource {

  private final SecureRandom random = new SecureRandom();

  @Override
  public TokenSecret next() {
    byte[] bytes = new byte[TokenSecret.BYTES];
    random.nextBytes(bytes);
    return TokenSecret.of(bytes);
  }
}
