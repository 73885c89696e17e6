package io.denizen.grpc.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.credential.v1.Credential;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.KeycloakCredential;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordResponse;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CredentialImportTest extends GrpcTest {

  private static final String SALT = "c2l4dGVlbiBieXRlcyBhYg";
  private static final String DIGEST = "1aebJHcU3VRp0f/JcA0yMHHc0XNPTmiJpHgDnv+OQBs";
  private final Identity ada = create(person());

  @Test
  void anImportedHashIsKeptAndReplacedByTheFirstRightPassword() {
    Credential imported =
        denizen.audited(
            "credential.created", () -> importHash("$pbkdf2-sha256$i=1000$" + SALT + "$" + DIGEST));

    assertThat(imported.getImported()).isTrue();
    assertThat(imported.getParameters()).isEqualTo("i=1000");
    assertThat(verify("correct horse battery staple").getRehashed()).isTrue();
    assertThat(verify("correct horse battery staple").getRehashed()).isFalse();
  }

  @Test
  void absurdHashesAreRefusedWithTheirField() {
    String rest = "$" + SALT + "$" + DIGEST;
    for (String absurd :
        List.of(
            "$argon2id$v=19$m=1073741824,t=3,p=4" + rest,
            // As large as any server takes, and larger than what this one has to spare.
            "$argon2id$v=19$m=262144,t=3,p=4" + rest,
            "$2b$31$" + "a".repeat(53),
            "$pbkdf2-sha256$i=4000000000" + rest,
            "$scrypt$ln=30,r=8,p=1" + rest,
            "md5",
            "$".repeat(100_000))) {
      denizen.refused(() -> importHash(absurd)).isInvalid("hash");
    }
  }

  @Test
  void aPasswordOfKeycloakIsImported() {
    KeycloakCredential keycloak =
        KeycloakCredential.newBuilder()
            .setCredentialData(
                "{\"hashIterations\":1000,\"algorithm\":\"pbkdf2-sha256\",\"additionalParameters\":{}}")
            .setSecretData(
                "{\"value\":\""
                    + DIGEST
                    + "=\",\"salt\":\""
                    + SALT
                    + "==\",\"additionalParameters\":{}}")
            .build();

    assertThat(importKeycloak(keycloak).getParameters()).isEqualTo("i=1000");
    assertThat(verify("correct horse battery staple").getRehashed()).isTrue();
  }

  @Test
  void aPasswordOfKeycloakIsReadWithAllParametersOfArgon2() {
    KeycloakCredential keycloak =
        KeycloakCredential.newBuilder()
            .setCredentialData(
                """
                {"hashIterations":5,"algorithm":"argon2","additionalParameters":{"hashLength":["32"],
                 "memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}""")
            .setSecretData("{\"value\":\"" + DIGEST + "=\",\"salt\":\"" + SALT + "==\"}")
            .build();
    Credential imported = importKeycloak(keycloak);

    assertThat(imported.getAlgorithm()).isEqualTo(Credential.Algorithm.ALGORITHM_ARGON2ID);
    assertThat(imported.getParameters()).isEqualTo("m=7168,t=5,p=1");
  }

  @Test
  void whatIsNotOfKeycloakIsRefusedWithItsField() {
    String good = "{\"hashIterations\":1000,\"algorithm\":\"pbkdf2-sha256\"}";
    String secret = "{\"value\":\"" + DIGEST + "\",\"salt\":\"" + SALT + "\"}";
    for (String data :
        List.of(
            "[]",
            "{",
            "{}",
            "[".repeat(4_000),
            "{\"hashIterations\":4000000000,\"algorithm\":\"pbkdf2-sha256\"}",
            "{\"hashIterations\":1.5,\"algorithm\":\"pbkdf2-sha256\"}",
            "{\"hashIterations\":1000,\"algorithm\":\"pbkdf2\"}",
            "{\"hashIterations\":5,\"algorithm\":\"argon2\"}",
            "x".repeat(5_000))) {
      denizen
          .refused(() -> importKeycloak(keycloak(data, secret)))
          .isInvalid("keycloak.credential_data");
    }
    for (String data : List.of("{}", "{", "{\"value\":\"*\",\"salt\":\"" + SALT + "\"}")) {
      denizen.refused(() -> importKeycloak(keycloak(good, data))).isInvalid("keycloak.secret_data");
    }
    denizen
        .refused(() -> importKeycloak(KeycloakCredential.getDefaultInstance()))
        .isInvalid("keycloak.credential_data", "keycloak.secret_data");
  }

  private static KeycloakCredential keycloak(String data, String secret) {
    return KeycloakCredential.newBuilder().setCredentialData(data).setSecretData(secret).build();
  }

  private VerifyPasswordResponse verify(String password) {
    return credentials.verifyPassword(
        VerifyPasswordRequest.newBuilder()
            .setIdentity(ada.getName())
            .setPassword(password)
            .build());
  }

  private Credential importHash(String hash) {
    return credentials.importPasswordHash(
        ImportPasswordHashRequest.newBuilder().setIdentity(ada.getName()).setHash(hash).build());
  }

  private Credential importKeycloak(KeycloakCredential keycloak) {
    return credentials.importPasswordHash(
        ImportPasswordHashRequest.newBuilder()
            .setIdentity(ada.getName())
            .setKeycloak(keycloak)
            .build());
  }
}
