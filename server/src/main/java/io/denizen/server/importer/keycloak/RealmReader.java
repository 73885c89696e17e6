package io.denizen.server.importer.keycloak;

import io.denizen.server.StartFailure;
import io.denizen.server.importer.LineSource.Sink;
import java.util.ArrayList;
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
  private static final int NAMED = 10;

  private final ExportFile file;
  private final String prefix;
  private final Sink sink;
  private final Map<Integer, ObjectNode> realms = new TreeMap<>();
  private final Map<Integer, @Nullable String> names = new TreeMap<>();
  private boolean list;
  private boolean users;

  /**
   * Reads one file.
   *
   * @param prefix before every place in it; may be empty
   */
  RealmReader(ExportFile file, String prefix, Sink sink) {
    this.file = file;
    this.prefix = prefix;
    this.sink = sink;
  }

  @Override
  public void value(int realm, String key, JsonParser value) {
    list |= realm > 0;
    ObjectNode node = realms.computeIfAbsent(realm, r -> JsonNodeFactory.instance.objectNode());
    if (key.equals(USERS)) {
      value.skipChildren();
      node.putArray(USERS);
    } else {
      node.set(key, ExportFile.node(value));
    }
  }

  @Override
  public void user(int index, JsonNode user) {
    users = true;
  }

  /** Whose users a realm of the file has; null if it is not told. */
  @Nullable String nameOf(int realm) {
    return names.get(realm);
  }

  /** Where a realm's values are. */
  String prefixOf(int realm) {
    return list ? prefix + "[" + realm + "]." : prefix;
  }

  /** Where a user is that stands in a list without a realm. */
  String placeOf(int user) {
    return prefix + "[" + user + "]";
  }

  /** Puts what was read to what other files said of the same realms. */
  void joinTo(Map<String, Realm> all) {
    realms.forEach(
        (number, node) -> {
          if (OF_KEYCLOAK.stream().noneMatch(node::has)) {
            throw new StartFailure(file.name() + " is no export of a realm");
          }
          Entry entry = Entry.of("", node);
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
          tellRest(entry);
        });
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

  private void tellRest(Entry realm) {
    realm.ignore("id", USERS, "keycloakVersion");
    List<String> settings = new ArrayList<>();
    realm.rest(
        (key, value) -> {
          if (value.isArray()) {
            sink.leaveOut(key + "[]", value.size(), namesIn(value));
          } else if (value.isObject()) {
            sink.leaveOut(key, value.size(), List.of());
          } else {
            settings.add(key);
          }
        });
    if (!settings.isEmpty()) {
      sink.leaveOut("settings of the realm", settings.size(), settings);
    }
  }

  private static List<String> namesIn(JsonNode list) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.min(list.size(), NAMED); i++) {
      names.add(Leftovers.shortened(name(list.get(i), i)));
    }
    if (list.size() > NAMED) {
      names.add("…");
    }
    return names;
  }

  private static String name(JsonNode element, int index) {
    if (element.isValueNode()) {
      return element.asString("");
    }
    for (String key : List.of("clientId", "alias", "name", "username", "id")) {
      JsonNode name = element.get(key);
      if (name != null && name.isString()) {
        return name.asString();
      }
    }
    return "[" + index + "]";
  }
}
