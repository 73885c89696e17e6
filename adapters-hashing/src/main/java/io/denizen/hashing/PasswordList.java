package io.denizen.hashing;

import io.denizen.domain.credential.KnownPasswords;
import io.denizen.domain.credential.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Passwords that nobody may have, read once from a file with one in each line. */
public final class PasswordList implements KnownPasswords {

  /** About 100 MB of them. */
  private static final int MOST = 1_000_000;

  private final Set<String> keys;

  private PasswordList(Set<String> keys) {
    this.keys = keys;
  }

  /**
   * Reads a file of UTF-8; what is not is not refused, since such lists are collections of
   * anything. Lines that are too short to be a password are passed over.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if there are more than 1,000,000 of them
   */
  public static PasswordList read(Path file) throws IOException {
    Set<String> keys = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String key = Password.key(line);
        if (key.length() >= Password.MIN_LENGTH) {
          keys.add(key);
        }
        if (keys.size() > MOST) {
          throw new IllegalArgumentException("more than 1,000,000 passwords");
        }
      }
    }
    return new PasswordList(keys);
  }

  public int size() {
    return keys.size();
  }

  @Override
  public boolean contain(Password password) {
    return keys.contains(password.key());
  }
}
