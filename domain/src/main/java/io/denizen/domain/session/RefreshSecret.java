package io.denizen.domain.session;

import io.denizen.domain.shared.RandomBytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A refresh token as its client holds it: 256 random bits, written {@code dzr_} and base64url (RFC
 * 4648, 5). It is a secret: it is answered once and kept nowhere.
 */
public final class RefreshSecret {

  static final int BYTES = 32;

  /** By which people, and programs that look for leaked secrets, know what they have found. */
  private static final String PREFIX = "dzr_";

  private static final int LENGTH = PREFIX.length() + 43;

  private final byte[] bytes;

  private RefreshSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  public static RefreshSecret random(RandomBytes random) {
    return new RefreshSecret(random.next(BYTES));
  }

  /** What a client presents; empty if it cannot be one of ours. */
  public static Optional<RefreshSecret> parse(String text) {
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
      // Several texts decode to the same bytes; one of them is the token.
      return Optional.of(new RefreshSecret(bytes)).filter(read -> read.text().equals(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** What the client is given, this once. */
  public String text() {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept instead. Of so many random bits a plain digest gives nothing away. */
  public RefreshTokenHash hash() {
    try {
      return new RefreshTokenHash(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The token that follows this one: HMAC-SHA256 (RFC 2104) of the salt, under this token as key.
   *
   * <p>Whoever sends a token again because the answer was lost has to be given the same successor,
   * though only its digest is kept. So it can be derived again, but only from both halves: the
   * database alone knows the salt, and the client alone the token.
   */
  public RefreshSecret next(TokenSalt salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return new RefreshSecret(mac.doFinal(salt.bytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RefreshSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "RefreshSecret";
  }
}
