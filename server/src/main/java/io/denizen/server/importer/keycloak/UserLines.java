package io.denizen.server.importer.keycloak;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.FailureException;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.Identity.Kind;
import io.denizen.identity.v1.Profile;
import io.denizen.server.importer.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates what is one user's own. */
final class UserLines {

  private static final String WHAT = "users[]";

  private final Credentials credentials;
  private final Names providers;
  private final Leftovers leftovers;

  UserLines(Names providers, Leftovers leftovers) {
    this.providers = providers;
    this.credentials = new Credentials(leftovers);
    this.leftovers = leftovers;
  }

  /** By what Keycloak, which has no capitals in user names, tells users apart. */
  static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }

  /** What Keycloak calls the user: the user name, or the address where that is the name. */
  static @Nullable String username(Entry user) {
    String username = user.text("username");
    return username == null ? user.text("email") : username;
  }

  /** Who the user is. */
  Line.User user(Entry user, String key, String username) {
    boolean service = user.text("serviceAccountClientId") != null;
    String email = user.text("email");
    if (email == null && !service) {
      throw new MalformedEntry("", "has no email address, which a person needs");
    }
    Boolean verified = user.flag("emailVerified");
    return new Line.User(
        key,
        slug(username, service),
        email == null ? null : email.strip(),
        displayName(user, username),
        service ? Kind.KIND_SERVICE : Kind.KIND_PERSON,
        user.flag("enabled"),
        email != null && Boolean.TRUE.equals(verified),
        user.text("id"),
        username);
  }

  /** What else is the user's own, in the order in which it is to be brought over. */
  List<Line> parts(Entry user, String key, String username, String place) {
    Map<String, List<String>> attributes = user.lists("attributes");
    for (String name : List.of("firstName", "lastName")) {
      String value = user.text(name);
      if (value != null) {
        attributes.put(name, List.of(value));
      }
    }
    List<Line> parts = new ArrayList<>();
    Profile profile = ProfileFields.take(attributes);
    if (!profile.equals(Profile.getDefaultInstance())) {
      parts.add(new Line.Profile(key, profile));
    }
    parts.add(new Line.Preferences(key, Line.KEYCLOAK, preferences(user, username, attributes)));
    logins(user).map(login -> new Line.ExternalLogin(key, login)).forEach(parts::add);
    credentials.password(user, key, place).ifPresent(parts::add);
    return parts;
  }

  /** Tells of all that has no counterpart, once everything else has been read. */
  void tellRest(Entry user, String place) {
    for (String action : user.texts("requiredActions")) {
      leftovers.at(WHAT + ".requiredActions " + Leftovers.shortened(action), place);
    }
    user.ignore(
        "self", "origin", "access", "totp", "disableableCredentialTypes", "userProfileMetadata");
    leftovers.rest(WHAT, place, user);
  }

  /** A person's user name is a slug or none; a program has nothing else to be found by. */
  private static @Nullable String slug(String username, boolean service) {
    String name = key(username);
    if (Names.isSlug(name)) {
      return name;
    }
    return service ? Names.like(name) : null;
  }

  private static String displayName(Entry user, String username) {
    String both =
        Stream.of(user.text("firstName"), user.text("lastName"))
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" "));
    try {
      return new DisplayName(both).value();
    } catch (FailureException unlike) {
      return username;
    }
  }

  private static Struct preferences(
      Entry user, String username, Map<String, List<String>> attributes) {
    Struct.Builder kept = Struct.newBuilder();
    kept.putFields(Line.KEYCLOAK_NAME, text(username));
    String id = user.text("id");
    if (id != null) {
      kept.putFields(Line.KEYCLOAK_ID, text(id));
    }
    Long created = user.number("createdTimestamp");
    if (created != null) {
      kept.putFields("createdTimestamp", Value.newBuilder().setNumberValue(created).build());
    }
    if (!attributes.isEmpty()) {
      Struct.Builder rest = Struct.newBuilder();
      attributes.forEach((name, values) -> rest.putFields(name, texts(values)));
      kept.putFields("attributes", Value.newBuilder().setStructValue(rest).build());
    }
    return kept.build();
  }

  private Stream<ExternalLogin> logins(Entry user) {
    return Stream.concat(
        user.entries("federatedIdentities").stream()
            .map(login -> login(login, "identityProvider", "userId", "userName")),
        // What they were called long ago.
        user.entries("socialLinks").stream()
            .map(login -> login(login, "socialProvider", "socialUserId", "socialUsername")));
  }

  private ExternalLogin login(Entry login, String provider, String id, String name) {
    String at = login.text(provider);
    String subject = login.text(id);
    if (at == null || subject == null) {
      throw new MalformedEntry(login.path(), "must have " + provider + " and " + id);
    }
    String displayName = login.text(name);
    return ExternalLogin.newBuilder()
        .setProvider(providers.slug(at))
        .setSubject(subject)
        .setDisplayName(displayName == null ? "" : displayName.strip())
        .build();
  }

  private static Value text(String value) {
    return Value.newBuilder().setStringValue(value).build();
  }

  private static Value texts(List<String> values) {
    ListValue.Builder list = ListValue.newBuilder();
    values.forEach(value -> list.addValues(text(value)));
    return Value.newBuilder().setListValue(list).build();
  }
}
