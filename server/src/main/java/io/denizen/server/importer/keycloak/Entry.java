package io.denizen.server.importer.keycloak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of an export. It knows where it stands, and which of its keys nobody has asked for.
 *
 * <p>What is missing is null or empty; what is there but of the wrong type is refused with {@link
 * MalformedEntry}. Like Keycloak it takes one value where a list may be, and {@code "true"} for
 * true.
 */
final class Entry {

  private final String path;
  private final JsonNode node;
  private final Set<String> asked = new HashSet<>();

  private Entry(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /**
   * Reads an object.
   *
   * @param path by which failures call it; may be empty
   */
  static Entry of(String path, JsonNode node) {
    if (!node.isObject()) {
      throw new MalformedEntry(path, "must be an object");
    }
    return new Entry(path, node);
  }

  String path() {
    return path;
  }

  /** Null if it is missing or empty. */
  @Nullable String text(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return null;
    }
    String text = scalar(at(key), value);
    return text.isEmpty() ? null : text;
  }

  @Nullable Boolean flag(String key) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new MalformedEntry(at(key), "must be true or false");
    };
  }

  @Nullable Long number(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new MalformedEntry(at(key), "must be a whole number");
    }
    return value.longValue();
  }

  /** Text as it is, or an object as JSON: Keycloak writes some objects into texts. */
  @Nullable String json(String key) {
    JsonNode value = value(key);
    return value != null && value.isObject() ? value.toString() : text(key);
  }

  @Nullable Entry entry(String key) {
    JsonNode value = value(key);
    return value == null ? null : of(at(key), value);
  }

  List<Entry> entries(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new MalformedEntry(at(key), "must be a list");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      if (!value.get(i).isNull()) {
        entries.add(of(at(key) + "[" + i + "]", value.get(i)));
      }
    }
    return entries;
  }

  List<String> texts(String key) {
    JsonNode value = value(key);
    return value == null ? List.of() : scalars(at(key), value);
  }

  /** An object of lists of texts. Empty lists are left out. May be changed. */
  Map<String, List<String>> lists(String key) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    Entry entry = entry(key);
    if (entry != null) {
      for (Map.Entry<String, JsonNode> property : entry.node.properties()) {
        List<String> values = scalars(entry.at(property.getKey()), property.getValue());
        if (!values.isEmpty()) {
          lists.put(property.getKey(), values);
        }
      }
    }
    return lists;
  }

  /** All its keys, which are then taken for read. */
  List<String> keys() {
    List<String> keys = List.copyOf(node.propertyNames());
    asked.addAll(keys);
    return keys;
  }

  boolean has(String key) {
    JsonNode value = node.get(key);
    return value != null && !value.isNull();
  }

  /** Takes keys for read that only repeat what is said elsewhere. */
  void ignore(String... keys) {
    asked.addAll(List.of(keys));
  }

  /** Tells of all that nobody has asked for and that says something. */
  void rest(BiConsumer<String, JsonNode> found) {
    node.properties().stream()
        .filter(property -> !asked.contains(property.getKey()) && says(property.getValue()))
        .forEach(property -> found.accept(property.getKey(), property.getValue()));
  }

  /** False, zero and nothing are what Keycloak writes where nobody has set anything. */
  static boolean says(JsonNode value) {
    if (value.isContainer()) {
      return !value.isEmpty();
    }
    return switch (value.asString("")) {
      case "", "false", "0" -> false;
      default -> true;
    };
  }

  private @Nullable JsonNode value(String key) {
    asked.add(key);
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static List<String> scalars(String path, JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (!value.isArray()) {
      if (!value.isNull()) {
        texts.add(scalar(path, value));
      }
      return texts;
    }
    for (int i = 0; i < value.size(); i++) {
      if (!value.get(i).isNull()) {
        texts.add(scalar(path + "[" + i + "]", value.get(i)));
      }
    }
    return texts;
  }

  private static String scalar(String path, JsonNode value) {
    if (value.isContainer()) {
      throw new MalformedEntry(path, "must be a text");
    }
    return value.asString();
  }
}
