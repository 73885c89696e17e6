package io.denizen.persistence.audit;

import io.denizen.domain.shared.Document;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Documents as JSON text (RFC 8259). */
final class JsonDocuments {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, @Nullable Object>> FIELDS =
      new TypeReference<>() {};

  private JsonDocuments() {}

  static Document read(String json) {
    return Document.of(JSON.readValue(json, FIELDS));
  }

  static String write(Document document) {
    return JSON.writeValueAsString(document.fields());
  }
}
