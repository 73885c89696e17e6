package io.denizen.domain.membership;

import io.denizen.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Which permissions a role grants: one by its name, all below a name as {@code invoice.*}, or all
 * as {@code *}. Up to 100 characters. A star stands at the end and for whole words only, so that
 * nobody needs to guess what a pattern covers.
 */
public record PermissionPattern(String value) implements Comparable<PermissionPattern> {

  private static final String BELOW = ".*";

  /** Covers every permission. */
  public static final PermissionPattern ALL = new PermissionPattern("*");

  public PermissionPattern {
    InvalidValue.unless(
        value.equals("*") || Permission.isName(value, nameLength(value)),
        "must be a permission such as invoice.read, all below one as invoice.*, or *, at most 100 characters");
  }

  /**
   * Whether it grants this permission. {@code invoice.*} covers {@code invoice.read} and {@code
   * invoice.line.read}, but neither {@code invoice} itself nor {@code invoices.read}.
   */
  public boolean covers(Permission permission) {
    String asked = permission.value();
    if (!value.endsWith("*")) {
      return value.equals(asked);
    }
    int prefix = value.length() - 1; // With the dot; nothing for the star alone.
    return asked.length() > prefix && asked.regionMatches(0, value, 0, prefix);
  }

  /**
   * All that cover a permission, the narrowest first: {@code invoice.read}, {@code invoice.*},
   * {@code *}.
   */
  public static List<PermissionPattern> covering(Permission permission) {
    String name = permission.value();
    List<PermissionPattern> covering = new ArrayList<>();
    covering.add(new PermissionPattern(name));
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      covering.add(new PermissionPattern(name.substring(0, dot) + BELOW));
    }
    covering.add(ALL);
    return covering;
  }

  @Override
  public int compareTo(PermissionPattern other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static int nameLength(String value) {
    return value.endsWith(BELOW) ? value.length() - BELOW.length() : value.length();
  }
}
