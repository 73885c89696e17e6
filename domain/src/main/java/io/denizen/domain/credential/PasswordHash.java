package io.denizen.domain.credential;

/**
 * A salted hash of a password, with the parameters that it was computed with. These are bounded:
 * checking one must not take gigabytes or minutes, whoever made it.
 */
public sealed interface PasswordHash permits Argon2Hash, BcryptHash, Pbkdf2Hash, ScryptHash {

  PasswordAlgorithm algorithm();

  /** What the algorithm was told, such as {@code m=65536,t=3,p=4}; no secret. */
  String parameters();

  /**
   * All of it, as it is kept: in the PHC string format, or bcrypt's own modular crypt format. A
   * secret: whoever has it can try passwords.
   */
  String text();

  /** The memory that it takes to compute, in KiB, about. */
  int memoryKib();

  /**
   * The hash that a text stands for, in the PHC string format or modular crypt format.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link
   *     io.denizen.domain.shared.InvalidValue} if it is none of the {@link PasswordAlgorithm}s', or
   *     one that would take too much to check
   */
  static PasswordHash parse(String text) {
    return HashText.parse(text);
  }
}
