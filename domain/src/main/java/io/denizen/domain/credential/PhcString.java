package io.denizen.domain.credential;

import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import java.util.Base64;
import java.util.List;

/**
 * A text of the PHC string format: {@code $id$v=19$m=65536,t=3,p=4$salt$digest}.
 *
 * @param fields what stands between the dollar signs behind the id
 */
record PhcString(List<String> fields) {

  private static final int MAX_DIGITS = 10;

  /** A text with the given parameters. */
  static String of(PasswordAlgorithm algorithm, String parameters, Octets salt, Octets digest) {
    return "$" + algorithm.id() + "$" + parameters + "$" + base64(salt) + "$" + base64(digest);
  }

  /** The numbers in a field, which must have exactly these names in this order. */
  int[] numbers(int field, String... names) {
    String[] parts = field(field).split(",", -1);
    if (parts.length != names.length) {
      throw malformed();
    }
    int[] numbers = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      if (!parts[i].startsWith(names[i] + "=")) {
        throw malformed();
      }
      numbers[i] = number(parts[i].substring(names[i].length() + 1));
    }
    return numbers;
  }

  /** The bytes in a field. Some write {@code .} for {@code +}, and none of them pad. */
  Octets octets(int field) {
    try {
      return Octets.of(Base64.getDecoder().decode(field(field).replace('.', '+')));
    } catch (IllegalArgumentException notBase64) {
      throw malformed();
    }
  }

  /** What is too large to be anything stands for the largest number. */
  static int number(String text) {
    if (text.isEmpty() || !isDigits(text)) {
      throw malformed();
    }
    return text.length() > MAX_DIGITS
        ? Integer.MAX_VALUE
        : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text));
  }

  private String field(int field) {
    if (field >= fields.size()) {
      throw malformed();
    }
    return fields.get(field);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static String base64(Octets octets) {
    return Base64.getEncoder().withoutPadding().encodeToString(octets.toByteArray());
  }

  static FailureException malformed() {
    return new InvalidValue(
            "must be a hash such as $argon2id$v=19$m=65536,t=3,p=4$salt$digest, by Argon2id,"
                + " Argon2i, bcrypt, scrypt, PBKDF2-SHA256 or PBKDF2-SHA512")
        .asException();
  }
}
