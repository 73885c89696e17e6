package io.denizen.hashing;

import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.domain.shared.TokenSource;
import java.security.SecureRandom;

/** Tokens from the operating system's randomness. */
public final class RandomTokens implements TokenSource {

  private final SecureRandom random = new SecureRandom();

  @Override
  public TokenSecret next(TokenKind kind) {
    byte[] bytes = new byte[TokenSecret.BYTES];
    random.nextBytes(bytes);
    return TokenSecret.of(kind, bytes);
  }
}
