package io.denizen.domain.credential;

import java.util.List;

/** Tells by its beginning what kind of hash a text is. */
final class HashText {

  private static final int MAX_LENGTH = 512;

  private HashText() {}

  static PasswordHash parse(String text) {
    HashBounds.require(text.length() <= MAX_LENGTH, "must be at most 512 characters");
    if (!text.startsWith("$")) {
      throw PhcString.malformed();
    }
    int end = text.indexOf('$', 1);
    String id = end < 0 ? "" : text.substring(1, end);
    return switch (id) {
      case "argon2id" -> Argon2Hash.parse(PasswordAlgorithm.ARGON2ID, phc(text, 3, 4));
      case "argon2i" -> Argon2Hash.parse(PasswordAlgorithm.ARGON2I, phc(text, 3, 4));
      case "2a", "2b", "2y" -> new BcryptHash(text);
      case "scrypt" -> ScryptHash.parse(phc(text, 3, 3));
      case "7" -> ScryptHash.parseCrypt(text);
      case "pbkdf2-sha256" -> Pbkdf2Hash.parse(PasswordAlgorithm.PBKDF2_SHA256, phc(text, 3, 3));
      case "pbkdf2-sha512" -> Pbkdf2Hash.parse(PasswordAlgorithm.PBKDF2_SHA512, phc(text, 3, 3));
      default -> throw PhcString.malformed();
    };
  }

  private static PhcString phc(String text, int fewest, int most) {
    List<String> parts = List.of(text.split("\\$", -1));
    List<String> fields = parts.subList(2, parts.size());
    if (fields.size() < fewest || fields.size() > most) {
      throw PhcString.malformed();
    }
    return new PhcString(fields);
  }
}
