package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.LineSource.Sink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a realm and of its clients, as roles of one application: {@code editor} of the
 * realm, {@code shop/editor} of the client {@code shop}.
 */
final class Roles {

  private static final String REALM = "roles.realm[]";
  private static final String CLIENT = "roles.client[]";

  private final Names names;
  private final Leftovers leftovers;
  private final Map<String, String> declared = new LinkedHashMap<>();
  private final Set<String> held = new HashSet<>();

  Roles(Leftovers leftovers) {
    this.names = new Names("roles", leftovers);
    this.leftovers = leftovers;
  }

  /** Takes what the realm says of its roles. */
  void declare(Realm realm, Sink sink) {
    for (Realm.Section section : realm.sections()) {
      if (section.roles() != null) {
        declare(section.prefix(), section.roles(), sink);
      }
    }
    names.claim(declared.keySet());
  }

  /** The slugs of the roles that someone, or a group, has; null if nothing is said of them. */
  @Nullable List<String> of(Entry holder) {
    if (!holder.has("realmRoles")
        && !holder.has("clientRoles")
        && !holder.has("applicationRoles")) {
      return null;
    }
    List<String> roles = new ArrayList<>(holder.texts("realmRoles"));
    holder.lists("clientRoles").forEach((client, of) -> of.forEach(r -> roles.add(of(client, r))));
    // What clients were called long ago.
    holder
        .lists("applicationRoles")
        .forEach((client, of) -> of.forEach(r -> roles.add(of(client, r))));
    held.addAll(roles);
    Set<String> slugs = new LinkedHashSet<>();
    roles.forEach(role -> slugs.add(names.slug(role)));
    return List.copyOf(slugs);
  }

  /** Tells of the roles that nobody holds, once all who might have been asked for. */
  void tellUnheld() {
    declared.forEach(
        (role, what) -> {
          if (!held.contains(role)) {
            leftovers.named(what + " that nobody has", role);
          }
        });
  }

  private static String of(String client, String role) {
    return client + "/" + role;
  }

  private void declare(String prefix, Entry roles, Sink sink) {
    try {
      roles.entries("realm").forEach(role -> declare(prefix, REALM, role, "", sink));
      Entry clients = roles.entry("client");
      if (clients != null) {
        for (String client : clients.keys()) {
          clients
              .entries(client)
              .forEach(role -> declare(prefix, CLIENT, role, client + "/", sink));
        }
      }
    } catch (MalformedEntry malformed) {
      sink.fail("roles", prefix + "roles", malformed.why());
    }
    leftovers.rest("roles", prefix + "roles", roles);
  }

  private void declare(String prefix, String what, Entry role, String client, Sink sink) {
    String place = prefix + role.path();
    try {
      String name = role.text("name");
      if (name == null) {
        throw new MalformedEntry("", "has no name");
      }
      declared.put(client + name, what);
      role.ignore("id", "containerId", "clientRole", "composite");
      leftovers.rest(what, place + " (" + Leftovers.shortened(client + name) + ")", role);
    } catch (MalformedEntry malformed) {
      sink.fail("roles", place, malformed.why());
    }
  }
}
