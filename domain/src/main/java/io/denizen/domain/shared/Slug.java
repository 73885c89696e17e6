package io.denizen.domain.shared;

import java.util.regex.Pattern;

/**
 * A short name for addresses and command lines: 1 to 63 of {@code a-z 0-9 . _ - /}, a letter or
 * digit at both ends and next to every slash. The slash is for organisations whose teams are named
 * by path.
 */
public record Slug(String value) implements Comparable<Slug> {

  private static final Pattern VALID =
      Pattern.compile(
          "(?!.{64})[a-z0-9](?:[a-z0-9._-]*+(?<=[a-z0-9]))(?:/[a-z0-9](?:[a-z0-9._-]*+(?<=[a-z0-9])))*+");

  public Slug {
    InvalidValue.unless(
        VALID.matcher(value).matches(),
        "must be 1 to 63 of a-z, 0-9, '.', '_', '-' and '/', with a letter or digit at both ends and beside each '/'");
  }

  @Override
  public int compareTo(Slug other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
