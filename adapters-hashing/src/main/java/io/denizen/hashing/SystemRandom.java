package io.denizen.hashing;

import io.denizen.domain.shared.RandomBytes;
import java.security.SecureRandom;

/** Bytes from the operating system's generator, which does not block once that is seeded. */
public final class SystemRandom implements RandomBytes {

  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] next(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
