package io.denizen.domain.credential;

/** Passwords that are tried first by whoever guesses (NIST SP 800-63B, 3.1.1.2). */
@FunctionalInterface
public interface KnownPasswords {

  /** No list is kept. */
  KnownPasswords NONE = password -> false;

  /** Whether it is among them, whatever its case. Answers at once. */
  boolean contain(Password password);
}
