package io.denizen.domain.shared;

import java.util.Base64;

/** A token as it is sent to somebody, and as they give it back. Never shown or kept. */
public final class TokenSecret {

  /** How many random bytes a token has. */
  public static final int BYTES = 32;

  private static final int MAX_LENGTH = 100;

  private final String text;

  private TokenSecret(String text) {
    this.text = text;
  }

  /** The token of 32 random bytes. */
  public static TokenSecret of(TokenKind kind, byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("a token has 32 random bytes");
    }
    return new TokenSecret(
        kind.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** What somebody says is a token; whether it is one is known by whoever issued it. */
  public static TokenSecret offered(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new InvalidValue("must be a token of 1 to 100 characters").asException();
    }
    return new TokenSecret(text);
  }

  public TokenHash hash() {
    return TokenHash.of(text);
  }

  /**
   * The prefix of its kind and 43 letters of base64url (RFC 4648, 5): for whoever sends it, alone.
   */
  public String reveal() {
    return text;
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return "TokenSecret[hidden]";
  }
}
