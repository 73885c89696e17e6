package io.denizen.server.importer.keycloak;

import io.denizen.domain.membership.RoleDetails;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which roles include which, in an order in which each comes after those it includes. Keycloak lets
 * roles lead back to themselves; the last step of each such circle is left out. Without recursion,
 * since nobody limits how deep they are.
 */
final class Composites {

  private final Map<String, DeclaredRole> roles;
  private final Leftovers leftovers;
  private final Map<DeclaredRole, List<String>> includes = new LinkedHashMap<>();

  private Composites(Map<String, DeclaredRole> roles, Leftovers leftovers) {
    this.roles = roles;
    this.leftovers = leftovers;
  }

  /** The names of the roles that each includes, which are not all declared themselves. */
  static Map<DeclaredRole, List<String>> of(Map<String, DeclaredRole> roles, Leftovers leftovers) {
    Composites composites = new Composites(roles, leftovers);
    roles.values().forEach(composites::follow);
    return composites.includes;
  }

  private void follow(DeclaredRole first) {
    Deque<Step> path = new ArrayDeque<>();
    Set<String> onPath = new HashSet<>();
    enter(first, path, onPath);
    while (!path.isEmpty()) {
      Step step = path.peek();
      if (!step.rest.hasNext()) {
        path.pop();
        onPath.remove(step.role.name());
        includes.put(step.role, step.kept);
      } else {
        String next = step.rest.next();
        if (step.keeps(next, onPath, leftovers) && roles.containsKey(next)) {
          enter(roles.get(next), path, onPath);
        }
      }
    }
  }

  private void enter(DeclaredRole role, Deque<Step> path, Set<String> onPath) {
    if (!includes.containsKey(role)) {
      path.push(new Step(role, role.composites().iterator(), new ArrayList<>()));
      onPath.add(role.name());
    }
  }

  private record Step(DeclaredRole role, Iterator<String> rest, List<String> kept) {

    boolean keeps(String next, Set<String> onPath, Leftovers leftovers) {
      if (onPath.contains(next)) {
        leftovers.at("composites that lead back to their own role", role.place());
      } else if (kept.size() == RoleDetails.MAX_ROLES) {
        leftovers.at("composites beyond those that a role can include", role.place());
      } else {
        kept.add(next);
        return true;
      }
      return false;
    }
  }
}
