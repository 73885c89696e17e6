package io.denizen.server.importer.keycloak;

import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.Slug;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Slugs for names of one kind: the same for the same name in every run, and never one for two
 * names.
 *
 * <p>A name that is a slug is its own. Any other is written in small letters without accents, with
 * hyphens for what else a slug cannot have. If nothing is left of it, if it is too long or if
 * another name has that slug, eight hexadecimal digits of its SHA-256 tell it apart.
 */
final class Names {

  private static final int MAX_LENGTH = 63;
  private static final int DIGITS = 8;

  private final String kind;
  private final Leftovers leftovers;
  private final Map<String, String> slugs = new HashMap<>();
  private final Set<String> owners = new HashSet<>();

  /** For names of what a summary calls by the kind. */
  Names(String kind, Leftovers leftovers) {
    this.kind = kind;
    this.leftovers = leftovers;
  }

  /** Gives slugs to many at once, so that it does not matter in which order they stand. */
  void claim(Collection<String> names) {
    names.stream().filter(Names::isSlug).forEach(this::slug);
    names.stream().sorted().forEach(this::slug);
  }

  String slug(String name) {
    return slug(name, name);
  }

  /**
   * The slug of something whose name another thing may have too.
   *
   * @param key tells it from what has the same name
   */
  String slug(String key, String name) {
    String known = slugs.get(key);
    if (known != null) {
      return known;
    }
    String slug = free(key, name);
    slugs.put(key, slug);
    owners.add(slug);
    return slug;
  }

  static boolean isSlug(String name) {
    try {
      return !new Slug(name).value().isEmpty();
    } catch (FailureException notOne) {
      return false;
    }
  }

  /** What a name looks like as a slug, whoever else has it. */
  static String like(String name) {
    if (isSlug(name)) {
      return name;
    }
    String plain = plain(name);
    if (plain.isEmpty()) {
      return digest(name);
    }
    return plain.length() > MAX_LENGTH ? toldApart(plain, name) : plain;
  }

  private String free(String key, String name) {
    String slug = like(name);
    if (!owners.contains(slug)) {
      return slug;
    }
    leftovers.named(kind + " whose slug another one has, told apart by digits", name);
    return toldApart(slug, key);
  }

  private static String toldApart(String slug, String name) {
    int room = MAX_LENGTH - DIGITS - 1;
    return trimmed(slug.substring(0, Math.min(slug.length(), room))) + "-" + digest(name);
  }

  private static String plain(String name) {
    String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder();
    for (String segment : letters.split("/", -1)) {
      String part = trimmed(hyphened(segment));
      if (!part.isEmpty()) {
        slug.append(slug.isEmpty() ? "" : "/").append(part);
      }
    }
    return slug.toString();
  }

  private static String hyphened(String segment) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < segment.length(); i++) {
      char letter = segment.charAt(i);
      if (isLetter(letter) || letter == '.' || letter == '_') {
        text.append(letter);
      } else if (Character.getType(letter) != Character.NON_SPACING_MARK
          && !text.isEmpty()
          && text.charAt(text.length() - 1) != '-') {
        text.append('-');
      }
    }
    return text.toString();
  }

  /** Without what no slug has at its ends. */
  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isLetter(text.charAt(start))) {
      start++;
    }
    while (end > start && !isLetter(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  }

  private static String digest(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGITS / 2);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
