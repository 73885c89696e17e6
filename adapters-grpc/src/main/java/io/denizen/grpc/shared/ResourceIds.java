package io.denizen.grpc.shared;

import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids from resource names (AIP-122) such as {@code identities/0199…}. What is no such name is
 * refused with {@link InvalidValue}.
 */
public final class ResourceIds {

  private static final String HEX = "0123456789abcdef";
  private static final int UUID_LENGTH = 36;
  private static final String SYSTEM_ROLES = "roles/";

  private ResourceIds() {}

  /** The id in {@code collection/{uuid}}. */
  public static UUID in(String collection, String name) {
    String prefix = collection + "/";
    String id = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    if (!isUuid(id)) {
      throw new InvalidValue("must be " + prefix + "{uuid}, the uuid in lower case").asException();
    }
    return UUID.fromString(id);
  }

  /** The id in {@code collection/{uuid}/singleton} (AIP-156). */
  public static UUID of(String collection, String singleton, String name) {
    String suffix = "/" + singleton;
    if (!name.endsWith(suffix)) {
      throw singleton(collection, suffix);
    }
    try {
      return in(collection, name.substring(0, name.length() - suffix.length()));
    } catch (FailureException malformed) {
      throw singleton(collection, suffix);
    }
  }

  /** The slug in {@code roles/{slug}}, the name of a system role. */
  public static Slug systemRole(String name) {
    if (!isSystemRole(name)) {
      throw new InvalidValue("must be roles/{slug}").asException();
    }
    return new Slug(name.substring(SYSTEM_ROLES.length()));
  }

  /** Whether it names what is among the system roles, be it there or not. */
  public static boolean isSystemRole(String name) {
    return name.startsWith(SYSTEM_ROLES);
  }

  /** The id in {@code applications/{uuid}}. */
  public static ApplicationId application(String name) {
    return new ApplicationId(in("applications", name));
  }

  /** Both ids in {@code applications/{uuid}/collection/{uuid}}. */
  public static <I> InApplication<I> inApplication(
      String collection, String name, Function<UUID, I> id) {
    Pair both = nested("applications", collection, name);
    return new InApplication<>(new ApplicationId(both.parent()), id.apply(both.id()));
  }

  /** Both ids in {@code parents/{uuid}/collection/{uuid}}. */
  static Pair nested(String parents, String collection, String name) {
    int slash = Math.min(parents.length() + 1 + UUID_LENGTH, name.length());
    int rest = Math.min(slash + 1, name.length());
    if (slash == rest || name.charAt(slash) != '/') {
      throw malformed(parents, collection);
    }
    try {
      return new Pair(in(parents, name.substring(0, slash)), in(collection, name.substring(rest)));
    } catch (FailureException neither) {
      throw malformed(parents, collection);
    }
  }

  /**
   * What was named where only what is in one application may be.
   *
   * @param application null if the request does not say which
   */
  public static <I> InApplication<I> within(
      @Nullable ApplicationId application, InApplication<I> named) {
    if (application != null && !application.equals(named.applicationId())) {
      throw new InvalidValue("must be in the same application").asException();
    }
    return named;
  }

  /** A UUID in its canonical form (RFC 9562), upper or lower case. */
  public static UUID uuid(String text) {
    if (!isUuid(text.toLowerCase(Locale.ROOT))) {
      throw new InvalidValue("must be a UUID such as 7f4df3a8-0b1c-4a5e-9f0e-3c2d1b0a9f8e")
          .asException();
    }
    return UUID.fromString(text);
  }

  private static boolean isUuid(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char letter = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? letter != '-' : HEX.indexOf(letter) < 0) {
        return false;
      }
    }
    return true;
  }

  private static FailureException malformed(String parents, String collection) {
    return new InvalidValue(
            "must be " + parents + "/{uuid}/" + collection + "/{uuid}, each uuid in lower case")
        .asException();
  }

  private static FailureException singleton(String collection, String suffix) {
    return new InvalidValue(
            "must be " + collection + "/{uuid}" + suffix + ", the uuid in lower case")
        .asException();
  }

  /** The ids of a resource and of the one that it is in. */
  record Pair(UUID parent, UUID id) {}

  /** A resource and the application that it is in. */
  public record InApplication<I>(ApplicationId applicationId, I id) {}
}
