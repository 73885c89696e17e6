package io.denizen.server.importer.keycloak;

import io.denizen.credential.v1.KeycloakCredential;
import io.denizen.server.importer.Line;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds the password among a user's credentials. */
final class Credentials {

  private static final String WHAT = "users[].credentials[]";
  private static final Set<String> TAKEN = Set.of("argon2", "pbkdf2-sha256", "pbkdf2-sha512");

  private final Leftovers leftovers;

  Credentials(Leftovers leftovers) {
    this.leftovers = leftovers;
  }

  /** The first password of a user, if there is one that Denizen can verify. */
  Optional<Line.Password> password(Entry user, String identity, String place) {
    Optional<Line.Password> password = Optional.empty();
    boolean found = false;
    for (Entry credential : user.entries("credentials")) {
      String type = credential.text("type");
      if (type != null && !type.equals("password")) {
        leftovers.at(WHAT + " of type " + Leftovers.shortened(type), place);
      } else if (found) {
        leftovers.at(WHAT + " after the first password", place);
      } else {
        found = true;
        password = read(credential, identity, place);
      }
    }
    return password;
  }

  private Optional<Line.Password> read(Entry credential, String identity, String place) {
    String data = credential.json("credentialData");
    String secret = credential.json("secretData");
    String text = data == null && secret == null ? credential.text("value") : null;
    if (data == null && secret == null && credential.has("salt")) {
      data = oldData(credential);
      secret = oldSecret(credential, text);
      text = null;
    }
    credential.ignore("id", "priority", "type");
    leftovers.rest(WHAT, place, credential);
    if (data == null && secret == null) {
      if (text == null) {
        leftovers.at(WHAT + " without a password in it", place);
      }
      return Optional.ofNullable(text).map(it -> new Line.Password(identity, null, it));
    }
    if (data == null || secret == null) {
      throw new MalformedEntry(
          credential.path(), "must have both credentialData and secretData, or neither");
    }
    String algorithm = algorithm(data);
    if (algorithm != null && !TAKEN.contains(algorithm)) {
      leftovers.at(
          WHAT + " hashed with " + Leftovers.shortened(algorithm) + ", so without a password",
          place);
      return Optional.empty();
    }
    return Optional.of(
        new Line.Password(
            identity,
            KeycloakCredential.newBuilder().setCredentialData(data).setSecretData(secret).build(),
            null));
  }

  /** Null if it does not say; then the server says what it thinks of it. */
  private static @Nullable String algorithm(String data) {
    JsonNode json = ExportFile.nodeOrNull(data);
    JsonNode algorithm = json == null ? null : json.get("algorithm");
    return algorithm != null && algorithm.isString() ? algorithm.asString() : null;
  }

  /** As it stood in the credential itself, before Keycloak 8. */
  private static String oldData(Entry credential) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Long iterations = credential.number("hashIterations");
    String algorithm = credential.text("algorithm");
    json.put("hashIterations", iterations == null ? 1 : iterations);
    // What Keycloak took in those days unless told otherwise: by SHA-1.
    json.put("algorithm", algorithm == null ? "pbkdf2" : algorithm);
    return json.toString();
  }

  private static String oldSecret(Entry credential, @Nullable String value) {
    String digest = credential.text("hashedSaltedValue");
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("value", digest == null ? value : digest);
    json.put("salt", credential.text("salt"));
    return json.toString();
  }
}
