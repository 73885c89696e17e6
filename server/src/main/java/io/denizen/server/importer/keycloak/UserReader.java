package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.LineSource.Sink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Takes the users out of a file, one after the other. */
final class UserReader implements ExportFile.Visitor {

  private final RealmReader realms;
  private final RealmLinesOf lines;
  private final Sink sink;

  /** Finds the lines of a realm by its name; null is that of those whose realm is not told. */
  @FunctionalInterface
  interface RealmLinesOf {
    RealmLines of(@Nullable String realm);
  }

  UserReader(RealmReader realms, RealmLinesOf lines, Sink sink) {
    this.realms = realms;
    this.lines = lines;
    this.sink = sink;
  }

  @Override
  public void value(int realm, String key, JsonParser value) throws InterruptedException {
    if (!key.equals(RealmReader.USERS) || value.currentToken() == JsonToken.VALUE_NULL) {
      value.skipChildren();
      return;
    }
    String place = realms.prefixOf(realm) + RealmReader.USERS;
    if (value.currentToken() != JsonToken.START_ARRAY) {
      value.skipChildren();
      sink.fail("identities", place, "must be a list");
      return;
    }
    RealmLines lines = this.lines.of(realms.nameOf(realm));
    for (int i = 0; value.nextToken() != JsonToken.END_ARRAY; i++) {
      JsonNode user = ExportFile.node(value);
      if (sink.goesOn()) {
        lines.tell(place, i, user, sink);
      }
    }
  }

  @Override
  public void user(int index, JsonNode user) throws InterruptedException {
    if (sink.goesOn()) {
      lines.of(null).tell(realms.prefixOfUsers(), index, user, sink);
    }
  }
}
