package io.denizen.grpc.shared;

import io.denizen.domain.shared.InvalidValue;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ids from resource names (AIP-122) such as {@code identities/0199…}. */
public final class ResourceIds {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private ResourceIds() {}

  /**
   * The id in {@code collection/{uuid}}.
   *
   * @throws io.denizen.domain.shared.FailureException with {@link InvalidValue}
   */
  public static UUID in(String collection, String name) {
    String prefix = collection + "/";
    String id = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    if (!UUID_TEXT.matcher(id).matches()) {
      throw new InvalidValue("must be " + prefix + "{uuid}, the uuid in lower case").asException();
    }
    return UUID.fromString(id);
  }

  /** A UUID in its canonical form (RFC 9562), upper or lower case. */
  public static UUID uuid(String text) {
    Matcher canonical = UUID_TEXT.matcher(text.toLowerCase(Locale.ROOT));
    if (!canonical.matches()) {
      throw new InvalidValue("must be a UUID such as 7f4df3a8-0b1c-4a5e-9f0e-3c2d1b0a9f8e")
          .asException();
    }
    return UUID.fromString(text);
  }

  /** The two ids in {@code parents/{uuid}/children/{uuid}}. */
  public static Nested in(String parents, String children, String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != 4
        || !parts[0].equals(parents)
        || !parts[2].equals(children)
        || !UUID_TEXT.matcher(parts[1]).matches()
        || !UUID_TEXT.matcher(parts[3]).matches()) {
      throw new InvalidValue(
              "must be " + parents + "/{uuid}/" + children + "/{uuid}, each uuid in lower case")
          .asException();
    }
    return new Nested(UUID.fromString(parts[1]), UUID.fromString(parts[3]));
  }

  /** The ids of a resource and of the one that it is part of. */
  public record Nested(UUID parent, UUID id) {}
}
