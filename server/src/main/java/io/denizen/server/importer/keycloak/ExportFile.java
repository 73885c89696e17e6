package io.denizen.server.importer.keycloak;

import io.denizen.server.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that Keycloak has written: a realm, a list of realms, or a list of users. It is walked
 * through without ever being in memory as a whole.
 */
final class ExportFile {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  // One of two would be lost without a word.
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String CUT_OFF = "ends too early: it is cut off";

  private final Path path;

  ExportFile(Path path) {
    this.path = path;
  }

  /** Sees what is in a file. */
  interface Visitor {

    /**
     * A key of a realm.
     *
     * @param realm where it stands in a list of realms; 0 if it stands alone
     * @param value stands at the value, and is to be left at its end
     */
    void value(int realm, String key, JsonParser value) throws IOException, InterruptedException;

    /** One of a list of users without a realm. */
    void user(int index, JsonNode user) throws IOException, InterruptedException;
  }

  String name() {
    return path.getFileName().toString();
  }

  /**
   * Shows everything to a visitor.
   *
   * @throws StartFailure if the file cannot be read, or is none of Keycloak's
   */
  void walk(Visitor visitor) throws InterruptedException {
    try (InputStream bytes = Files.newInputStream(path);
        JsonParser parser = JSON.createParser(bytes)) {
      try {
        walk(parser, visitor);
      } catch (JacksonException malformed) {
        // Without the cause: its message quotes the file, which may be a secret.
        throw new StartFailure(path + " " + why(malformed) + place(malformed, parser));
      }
    } catch (IOException unreadable) {
      throw new StartFailure("cannot read " + path, unreadable);
    }
  }

  private void walk(JsonParser parser, Visitor visitor) throws IOException, InterruptedException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      list(parser, visitor);
    } else if (first != JsonToken.START_OBJECT || realm(0, parser, visitor) == 0) {
      throw new StartFailure(path + " is neither a realm nor a list of realms or users");
    }
    if (parser.nextToken() != null) {
      throw new StartFailure(path + " goes on after its end");
    }
  }

  static JsonNode node(JsonParser parser) {
    return JSON.readTree(parser);
  }

  /** What JSON inside a text says; null if it is none. */
  static @Nullable JsonNode nodeOrNull(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException malformed) {
      return null;
    }
  }

  private static int realm(int realm, JsonParser parser, Visitor visitor)
      throws IOException, InterruptedException {
    int keys = 0;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      visitor.value(realm, key, parser);
      keys++;
    }
    return keys;
  }

  private void list(JsonParser parser, Visitor visitor) throws IOException, InterruptedException {
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != JsonToken.START_OBJECT) {
        throw new StartFailure(path + " has something else than realms and users in its list");
      }
      element(index, parser, visitor);
      index++;
    }
  }

  /** A realm has {@code realm}, a user {@code username}; what comes before that is remembered. */
  private void element(int index, JsonParser parser, Visitor visitor)
      throws IOException, InterruptedException {
    Map<String, JsonNode> head = new LinkedHashMap<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      if (key.equals("realm")) {
        for (Map.Entry<String, JsonNode> remembered : head.entrySet()) {
          JsonParser value = JSON.treeAsTokens(remembered.getValue());
          value.nextToken();
          visitor.value(index, remembered.getKey(), value);
        }
        visitor.value(index, key, parser);
        realm(index, parser, visitor);
        return;
      }
      head.put(key, node(parser));
    }
    if (!head.containsKey("username") && !head.containsKey("email")) {
      throw new StartFailure(path + " has something else than realms and users in its list");
    }
    ObjectNode user = JSON.createObjectNode();
    user.setAll(head);
    visitor.user(index, user);
  }

  private static String why(JacksonException malformed) {
    if (endsTooEarly(malformed)) {
      return CUT_OFF;
    }
    return switch (malformed) {
      case StreamConstraintsException excess -> "is nested too deeply, or has too long a number";
      default -> "is not JSON, has a key twice or is cut off";
    };
  }

  /** Jackson has more than one exception for it, and the same words in all. */
  private static boolean endsTooEarly(JacksonException malformed) {
    return malformed instanceof UnexpectedEndOfInputException
        || String.valueOf(malformed.getOriginalMessage()).contains("end-of-input");
  }

  private static String place(JacksonException malformed, JsonParser parser) {
    TokenStreamLocation location =
        malformed.getLocation() == null ? parser.currentTokenLocation() : malformed.getLocation();
    return ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
