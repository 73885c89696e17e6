package io.denizen.domain.credential;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes that do not change and are not shown. To compare two takes the same time wherever they
 * differ.
 */
public final class Octets {

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && MessageDigest.isEqual(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** How many they are, and not which. */
  @Override
  public String toString() {
    return "Octets[" + bytes.length + "]";
  }
}
