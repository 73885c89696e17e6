package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees that no two users of an import are the same identity. There may be millions, so that each is
 * kept as a number; only where numbers begin is a place.
 */
final class SeenUsers {

  private final TreeMap<Integer, Place> starts = new TreeMap<>();
  private final Map<String, Integer> keys = new HashMap<>();
  private final Map<String, Integer> emails = new HashMap<>();
  private final Set<String> slugs = new HashSet<>();
  private @Nullable Place next;
  private int count;

  /** Where a user stands: {@code users[17]} is the list {@code users} and the index 17. */
  private record Place(String list, int index) {

    Place plus(int more) {
      return new Place(list, index + more);
    }

    @Override
    public String toString() {
      return list + "[" + index + "]";
    }
  }

  /**
   * Takes note of a user.
   *
   * @throws MalformedEntry if an earlier one would be the same identity
   */
  void see(Line.User user, String list, int index) {
    Integer number = number(new Place(list, index));
    Integer same = keys.putIfAbsent(user.key(), number);
    if (same != null) {
      throw new MalformedEntry("", "has the user name of " + place(same));
    }
    if (user.email() != null) {
      Integer owner = emails.putIfAbsent(UserLines.key(user.email()), number);
      if (owner != null) {
        throw new MalformedEntry("", "has the email address of " + place(owner));
      }
    }
    if (user.slug() != null && !slugs.add(user.slug())) {
      throw new MalformedEntry("", "has the user name of a user of another realm");
    }
  }

  private Integer number(Place place) {
    if (!place.equals(next)) {
      starts.put(count, place);
    }
    next = place.plus(1);
    return count++;
  }

  private Place place(int number) {
    Map.Entry<Integer, Place> start = starts.floorEntry(number);
    return start.getValue().plus(number - start.getKey());
  }
}
