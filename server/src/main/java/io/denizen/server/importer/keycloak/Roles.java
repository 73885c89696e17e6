package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.Line;
import io.denizen.server.importer.LineSource.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a realm and of its clients, as roles of one application: {@code editor} of the
 * realm, {@code shop/editor} of the client {@code shop}.
 */
final class Roles {

  private static final String REALM = "roles.realm[]";
  private static final String CLIENT = "roles.client[]";

  private final String application;
  private final Names names;
  private final Leftovers leftovers;
  private final Map<String, DeclaredRole> declared = new LinkedHashMap<>();

  Roles(String application, Leftovers leftovers) {
    this.application = application;
    this.names = new Names("roles", leftovers);
    this.leftovers = leftovers;
  }

  /** Takes what the realm says of its roles; tells each after those it includes. */
  void declare(Realm realm, Sink sink) throws InterruptedException {
    for (Realm.Section section : realm.sections()) {
      if (section.roles() != null) {
        declare(section.prefix(), section.roles(), sink);
      }
    }
    names.claim(declared.keySet());
    for (Map.Entry<DeclaredRole, List<String>> role :
        Composites.of(declared, leftovers).entrySet()) {
      tell(role.getKey(), role.getValue(), sink);
    }
  }

  /** The slugs of the roles that someone, or a group, has; null if nothing is said of them. */
  @Nullable List<String> of(Entry holder) {
    if (!holder.has("realmRoles")
        && !holder.has("clientRoles")
        && !holder.has("applicationRoles")) {
      return null;
    }
    List<String> roles = new ArrayList<>(holder.texts("realmRoles"));
    roles.addAll(ofClients(holder, "clientRoles"));
    // What clients were called long ago.
    roles.addAll(ofClients(holder, "applicationRoles"));
    return roles.stream().map(names::slug).distinct().toList();
  }

  private static List<String> ofClients(Entry holder, String key) {
    List<String> roles = new ArrayList<>();
    holder.lists(key).forEach((client, of) -> of.forEach(r -> roles.add(client + "/" + r)));
    return roles;
  }

  private void tell(DeclaredRole role, List<String> includes, Sink sink)
      throws InterruptedException {
    sink.line(
        role.place(),
        new Line.Role(
            application,
            names.slug(role.name()),
            role.name().strip(),
            role.description(),
            null,
            includes.stream().map(names::slug).toList(),
            null,
            null,
            null));
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
      place += " (" + Leftovers.shortened(client + name) + ")";
      DeclaredRole read =
          new DeclaredRole(
              place, client + name, role.text("description"), composites(what, place, role));
      role.ignore("id", "containerId", "clientRole", "composite");
      leftovers.rest(what, place, role);
      if (declared.putIfAbsent(read.name(), read) != null) {
        throw new MalformedEntry("", "is there already");
      }
    } catch (MalformedEntry malformed) {
      sink.fail("roles", place, malformed.why());
    }
  }

  private List<String> composites(String what, String place, Entry role) {
    Entry composites = role.entry("composites");
    if (composites == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>(composites.texts("realm"));
    names.addAll(ofClients(composites, "client"));
    names.addAll(ofClients(composites, "application"));
    leftovers.rest(what + ".composites", place, composites);
    return names;
  }
}
