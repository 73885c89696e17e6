package io.denizen.grpc.credential;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.denizen.credential.v1.KeycloakCredential;
import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.Argon2Hash;
import io.denizen.domain.credential.Octets;
import io.denizen.domain.credential.PasswordAlgorithm;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.Pbkdf2Hash;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.grpc.shared.Fields;
import java.util.Base64;
import java.util.function.BiFunction;

/**
 * Reads a password as Keycloak keeps it: JSON inside texts, numbers inside lists of texts (its
 * classes {@code PasswordCredentialData} and {@code PasswordSecretData}).
 */
final class KeycloakCredentials {

  private static final String DATA = "keycloak.credential_data";
  private static final String SECRET = "keycloak.secret_data";
  private static final int MAX_LENGTH = 4_096;

  private KeycloakCredentials() {}

  static PasswordHash hash(KeycloakCredential credential) {
    Fields fields = new Fields();
    BiFunction<Octets, Octets, PasswordHash> algorithm =
        fields.required(DATA, credential.getCredentialData(), text -> algorithm(json(text)));
    Secret secret =
        fields.required(SECRET, credential.getSecretData(), text -> Secret.of(json(text)));
    return fields.read(() -> hash(algorithm, secret));
  }

  private static PasswordHash hash(
      BiFunction<Octets, Octets, PasswordHash> algorithm, Secret secret) {
    Fields fields = new Fields();
    PasswordHash hash =
        fields.parsed(SECRET, secret, read -> algorithm.apply(read.salt(), read.digest()));
    return fields.read(() -> hash);
  }

  /** What a salt and a digest are by this. */
  private static BiFunction<Octets, Octets, PasswordHash> algorithm(Struct data) {
    int iterations = number(data.getFieldsOrDefault("hashIterations", nothing()));
    String algorithm = text(data, "algorithm");
    return switch (algorithm) {
      case "pbkdf2-sha256" -> pbkdf2(PasswordAlgorithm.PBKDF2_SHA256, iterations);
      case "pbkdf2-sha512" -> pbkdf2(PasswordAlgorithm.PBKDF2_SHA512, iterations);
      case "argon2" -> {
        PasswordAlgorithm type =
            switch (parameter(data, "type")) {
              case "id" -> PasswordAlgorithm.ARGON2ID;
              case "i" -> PasswordAlgorithm.ARGON2I;
              default -> throw unknown();
            };
        int version = parameter(data, "version").equals("1.0") ? 16 : Argon2Hash.VERSION;
        Argon2Cost cost =
            new Argon2Cost(
                number(parameter(data, "memory")),
                iterations,
                number(parameter(data, "parallelism")));
        yield (salt, digest) -> new Argon2Hash(type, version, cost, salt, digest);
      }
      default -> throw unknown();
    };
  }

  /** Of any digest, so that iterations are judged where they stand. */
  private static BiFunction<Octets, Octets, PasswordHash> pbkdf2(
      PasswordAlgorithm algorithm, int iterations) {
    Octets any = Octets.of(new byte[32]);
    Pbkdf2Hash valid = new Pbkdf2Hash(algorithm, iterations, any, any);
    return (salt, digest) -> new Pbkdf2Hash(algorithm, valid.iterations(), salt, digest);
  }

  private static Struct json(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidValue("must be at most 4,096 characters").asException();
    }
    Struct.Builder json = Struct.newBuilder();
    try {
      JsonFormat.parser().merge(text, json);
    } catch (InvalidProtocolBufferException malformed) {
      throw new InvalidValue("must be a JSON object").asException();
    }
    return json.build();
  }

  private static String text(Struct json, String field) {
    return json.getFieldsOrDefault(field, nothing()).getStringValue();
  }

  private static String parameter(Struct data, String name) {
    Value parameters = data.getFieldsOrDefault("additionalParameters", nothing());
    Value values = parameters.getStructValue().getFieldsOrDefault(name, nothing());
    return values.getListValue().getValuesCount() == 1
        ? values.getListValue().getValues(0).getStringValue()
        : "";
  }

  private static int number(Value value) {
    double number = value.getNumberValue();
    if (number != Math.rint(number) || number < 0) {
      throw unknown();
    }
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  private static int number(String text) {
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(Character::isDigit)) {
      throw unknown();
    }
    return (int) Math.min(Long.parseLong(text), Integer.MAX_VALUE);
  }

  private static Value nothing() {
    return Value.getDefaultInstance();
  }

  private static FailureException unknown() {
    return new InvalidValue(
            "must be of argon2 (type id or i), pbkdf2-sha256 or pbkdf2-sha512, with its parameters")
        .asException();
  }

  private record Secret(Octets salt, Octets digest) {

    static Secret of(Struct data) {
      return new Secret(octets(text(data, "salt")), octets(text(data, "value")));
    }

    private static Octets octets(String base64) {
      try {
        return Octets.of(Base64.getDecoder().decode(base64));
      } catch (IllegalArgumentException malformed) {
        throw new InvalidValue("must have salt and value in base64").asException();
      }
    }
  }
}
