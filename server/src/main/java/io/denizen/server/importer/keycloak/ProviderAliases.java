package io.denizen.server.importer.keycloak;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * What users call the providers that they sign in with, found before any user is read: so that it
 * does not matter for the slugs of providers which user comes first.
 */
final class ProviderAliases {

  private static final List<String> KEYS = List.of("identityProvider", "socialProvider");

  private final Set<String> aliases = new TreeSet<>();

  Set<String> all() {
    return aliases;
  }

  /** Passes over users, to the end of the value that the parser stands at. */
  void passOver(JsonParser users) {
    int depth = 0;
    JsonToken token = users.currentToken();
    do {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && isAlias(users.currentName())) {
        aliases.add(users.getString());
      }
      if (depth > 0) {
        token = users.nextToken();
      }
    } while (depth > 0);
  }

  /** Passes over one user. */
  void passOver(JsonNode user) {
    for (String key : KEYS) {
      user.findValues(key).stream()
          .filter(JsonNode::isString)
          .map(JsonNode::asString)
          .forEach(aliases::add);
    }
  }

  /** In a list there is no name. */
  private static boolean isAlias(@Nullable String name) {
    return name != null && KEYS.contains(name);
  }
}
