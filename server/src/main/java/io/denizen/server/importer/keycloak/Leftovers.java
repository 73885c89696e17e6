package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.LineSource.Sink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Counts what Denizen has no counterpart of, and names it; of many alike the first few. */
final class Leftovers {

  private static final int NAMED = 3;
  private static final int MAX_LENGTH = 60;

  private final Sink sink;
  private final Map<String, Integer> named = new HashMap<>();

  Leftovers(Sink sink) {
    this.sink = sink;
  }

  /** Notes one thing, whose place is told if it is one of the first. */
  void at(String what, String place) {
    at(what, 1, place);
  }

  /** Notes one thing by its own name. */
  void named(String what, String name) {
    sink.leaveOut(what, 1, List.of(shortened(name)));
  }

  /** Notes what nobody has read of a thing. */
  void rest(String what, String place, Entry entry) {
    entry.rest((key, value) -> at(what + "." + shortened(key), size(value), place));
  }

  static int size(JsonNode value) {
    return value.isArray() ? value.size() : 1;
  }

  static String shortened(String name) {
    return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH) + "…";
  }

  private void at(String what, int count, String place) {
    int before = named.merge(what, 1, Integer::sum);
    sink.leaveOut(what, count, before <= NAMED ? List.of(place) : List.of());
  }
}
