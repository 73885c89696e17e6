package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.LineSource.Sink;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Counts the values of a realm that have no counterpart as they pass, and keeps none of them. */
final class PassedOver {

  private static final int NAMED = 10;

  private final Sink sink;
  private final List<String> settings = new ArrayList<>();

  PassedOver(Sink sink) {
    this.sink = sink;
  }

  /** Passes over a value, to its end. */
  void value(String key, JsonParser value) {
    if (value.currentToken() == JsonToken.START_ARRAY) {
      list(key, value);
    } else if (value.currentToken() == JsonToken.START_OBJECT) {
      object(key, value);
    } else if (Entry.says(ExportFile.node(value))) {
      settings.add(key);
    }
  }

  /** Tells of the values that are neither lists nor objects, all at once. */
  void tellSettings() {
    if (!settings.isEmpty()) {
      sink.leaveOut("settings of the realm", settings.size(), settings);
    }
  }

  private void list(String key, JsonParser value) {
    List<String> names = new ArrayList<>();
    int size = 0;
    while (value.nextToken() != JsonToken.END_ARRAY) {
      if (size < NAMED) {
        names.add(Leftovers.shortened(name(ExportFile.node(value), size)));
      } else {
        value.skipChildren();
      }
      size++;
    }
    if (size > NAMED) {
      names.add("…");
    }
    if (size > 0) {
      sink.leaveOut(key + "[]", size, names);
    }
  }

  private void object(String key, JsonParser value) {
    int size = 0;
    while (value.nextName() != null) {
      value.nextToken();
      value.skipChildren();
      size++;
    }
    if (size > 0) {
      sink.leaveOut(key, size, List.of());
    }
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
