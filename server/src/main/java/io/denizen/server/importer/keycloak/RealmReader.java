package io.denizen.server.importer.keycloak;

import io.denizen.server.StartFailure;
import io.denizen.server.importer.LineSource.Sink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes in what a file says of realms, but for their users; tells what has no counterpart. */
final class RealmReader implements ExportFile.Visitor {

  static final String USERS = "users";

  private static final Set<String> OF_KEYCLOAK =
      Set.of("realm", USERS, "roles", "groups", "organizations", "clients", "federatedUsers");

  /** What becomes something, or says of whom everything else is. */
  private static final Set<String> KEPT =
      Set.of("realm", "displayName", "roles", "groups", "organizations");

  /** What only repeats something else. */
  private static final Set<String> REPEATED = Set.of("id", "keycloakVersion");

  private final ExportFile file;
  private final String prefix;
  private final ProviderAliases providers;
  private final Sink sink;
  private final Map<Integer, Read> realms = new TreeMap<>();
  private final Map<Integer, @Nullable String> names = new TreeMap<>();
  private boolean list;
  private boolean users;

  /**
   * Reads one file.
   *
   * @param prefix before every place in it; may be empty
   */
  RealmReader(ExportFile file, String prefix, ProviderAliases providers, Sink sink) {
    this.file = file;
    this.prefix = prefix;
    this.providers = providers;
    this.sink = sink;
  }

  /** What has been read of one realm. */
  private static final class Read {
    private final ObjectNode kept = JsonNodeFactory.instance.objectNode();
    private final PassedOver passedOver;
    private boolean ofKeycloak;

    Read(Sink sink) {
      this.passedOver = new PassedOver(sink);
    }
  }

  @Override
  public void value(int realm, String key, JsonParser value) {
    list |= realm > 0;
    Read read = realms.computeIfAbsent(realm, r -> new Read(sink));
    read.ofKeycloak |= OF_KEYCLOAK.contains(key);
    if (key.equals(USERS)) {
      providers.passOver(value);
    } else if (KEPT.contains(key)) {
      read.kept.set(key, ExportFile.node(value));
    } else if (REPEATED.contains(key)) {
      value.skipChildren();
    } else {
      read.passedOver.value(key, value);
    }
  }

  @Override
  public void user(int index, JsonNode user) {
    users = true;
    providers.passOver(user);
  }

  /** Whose users a realm of the file has; null if it is not told. */
  @Nullable String nameOf(int realm) {
    return names.get(realm);
  }

  /** Where a realm's values are. */
  String prefixOf(int realm) {
    return list ? prefix + "[" + realm + "]." : prefix;
  }

  /** Where users are that stand in a list without a realm. */
  String prefixOfUsers() {
    return prefix;
  }

  /** Puts what was read to what other files said of the same realms, and forgets it. */
  void joinTo(Map<String, Realm> all) {
    realms.forEach(
        (number, read) -> {
          if (!read.ofKeycloak) {
            throw new StartFailure(file.name() + " is no export of a realm");
          }
          Entry entry = Entry.of("", read.kept);
          String at = prefixOf(number);
          String name = read("applications", at, () -> entry.text("realm"), null);
          names.put(number, name);
          Realm.Section section =
              new Realm.Section(
                  at,
                  read("applications", at, () -> entry.text("displayName"), null),
                  read("roles", at, () -> entry.entry("roles"), null),
                  read("teams", at, () -> entry.entries("groups"), List.of()),
                  read("applications", at, () -> entry.entries("organizations"), List.of()));
          all.computeIfAbsent(name == null ? "" : name, n -> new Realm(name)).add(section);
          read.passedOver.tellSettings();
        });
    realms.clear();
    if (users) {
      all.computeIfAbsent("", n -> new Realm(null));
    }
  }

  private <T extends @Nullable Object> T read(
      String type, String at, Supplier<T> value, T otherwise) {
    try {
      return value.get();
    } catch (MalformedEntry malformed) {
      sink.fail(type, at.isEmpty() ? file.name() : at.strip(), malformed.why());
      return otherwise;
    }
  }
}
