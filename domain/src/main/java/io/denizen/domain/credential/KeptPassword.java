package io.denizen.domain.credential;

/**
 * How a password is kept.
 *
 * @param imported whether the hash was made elsewhere: of the password as it was typed, not of its
 *     normal form. The first password that matches it takes its place, hashed as here
 */
public record KeptPassword(PasswordHash hash, boolean imported) {

  /** Hashed here. */
  public static KeptPassword of(PasswordHash hash) {
    return new KeptPassword(hash, false);
  }
}
