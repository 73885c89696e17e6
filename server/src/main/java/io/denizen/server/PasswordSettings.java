package io.denizen.server;

import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.KnownPasswords;
import io.denizen.domain.credential.LockPolicy;

/**
 * How passwords are kept and tried.
 *
 * @param cost of a new hash
 * @param locks after how many wrong ones, and for how long
 * @param known those that nobody may have
 */
public record PasswordSettings(Argon2Cost cost, LockPolicy locks, KnownPasswords known) {

  /** As it is without any options. */
  public static final PasswordSettings DEFAULT =
      new PasswordSettings(Argon2Cost.RECOMMENDED, LockPolicy.DEFAULT, KnownPasswords.NONE);
}
