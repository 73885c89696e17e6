package io.denizen.server.importer.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.server.StartFailure;
import io.denizen.server.importer.Line;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeycloakRefusalsTest {

  @TempDir private Path dir;

  @Test
  void noTwoUsersAreOneIdentity() throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            """
            {"realm":"r","users":[
              {"username":"auk","email":"auk@example.org"},
              {"username":"smew","email":"AUK@example.org"},
              {"username":"Auk","email":"other@example.org"}]}""");

    assertThat(lines.of(Line.User.class)).hasSize(1);
    assertThat(lines.failures)
        .containsExactly(
            "identities users[1] (smew): has the email address of users[0]",
            "identities users[2] (Auk): has the user name of users[0]");
  }

  @Test
  void whoHasAnAddressFirstIsToldWithTheFileAndTheList() throws Exception {
    String auk = "{\"username\":\"auk\",\"email\":\"auk@example.org\"}";
    String smew = "{\"username\":\"smew\",\"email\":\"smew@example.org\"}";
    Recorded lines =
        Recorded.of(
            dir,
            "[{\"realm\":\"r\",\"users\":[5,"
                + auk
                + "]},{\"realm\":\"s\",\"users\":["
                + smew
                + "]}]",
            "{\"realm\":\"t\",\"users\":[5,%s,%s]}".formatted(smew, auk));

    assertThat(lines.failures)
        .contains(
            "identities export-1.json users[1] (smew): has the email address of export-0.json [1].users[0]",
            "identities export-1.json users[2] (auk): has the email address of export-0.json [0].users[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"email\":5,\"email2\":\"\",\"emailVerified\":\"maybe\"",
        "\"attributes\":[1]",
        "\"attributes\":{\"a\":{\"b\":1}}",
        "\"attributes\":{\"a\":[[1]]}",
        "\"credentials\":{\"type\":\"password\"}",
        "\"credentials\":[5]",
        "\"credentials\":[{\"type\":\"password\",\"secretData\":\"MARKED\"}]",
        "\"credentials\":[{\"type\":[\"MARKED\"]}]",
        "\"federatedIdentities\":[{\"identityProvider\":\"google\"}]",
        "\"groups\":[{\"name\":\"a\"}]",
        "\"realmRoles\":{\"a\":1}",
        "\"clientRoles\":{\"a\":{\"b\":1}}",
        "\"createdTimestamp\":\"yesterday\"",
        "\"requiredActions\":[{}]",
        "\"enabled\":\"yes\""
      })
  void whoCannotBeReadToTheEndIsNotBroughtOverByHalf(String user) throws Exception {
    String fields = user.replace("\"email\":5,\"email2\":\"\",", "");
    Recorded lines = Recorded.ofUser(dir, fields);

    assertThat(lines.failures).hasSize(1);
    assertThat(lines.failures.getFirst())
        .startsWith("identities users[0] (auk): ")
        .contains("must ")
        .doesNotContain("MARKED");
    assertThat(lines.lines).containsExactly(new Line.Application("r", null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"realm\":\"r\",\"groups\":{}}",
        "{\"realm\":\"r\",\"groups\":[{}]}",
        "{\"realm\":\"r\",\"groups\":[5]}",
        "{\"realm\":\"r\",\"groups\":[{\"name\":\"a\"},{\"name\":\"a\"}]}",
        "{\"realm\":\"r\",\"roles\":[]}",
        "{\"realm\":\"r\",\"roles\":{\"realm\":[{}]}}",
        "{\"realm\":\"r\",\"roles\":{\"client\":[]}}",
        "{\"realm\":\"r\",\"roles\":{\"client\":{\"a\":{}}}}",
        "{\"realm\":\"r\",\"organizations\":[{}]}",
        "{\"realm\":\"r\",\"organizations\":[{\"alias\":\"o\",\"members\":[{}]}]}",
        "{\"realm\":\"r\",\"users\":{}}",
        "{\"realm\":\"r\",\"users\":[5]}",
        "{\"realm\":{},\"users\":[]}",
        "{\"realm\":\"r\",\"displayName\":[]}"
      })
  void whatIsOfTheWrongTypeIsAFailureWithItsPlace(String export) throws Exception {
    assertThat(Recorded.of(dir, export).failures).isNotEmpty();
  }

  @Test
  void aFileThatIsCutOffSaysSoWhereverThatIs() throws Exception {
    String whole =
        """
        {"realm":"r","roles":{"realm":[{"name":"a"}]},"users":[{"username":"auk","enabled":true}]}""";

    for (int length = 1; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThatThrownBy(() -> Recorded.of(dir, cut))
          .as(cut)
          .isInstanceOf(StartFailure.class)
          .hasMessageContainingAll("cut off", "line 1");
    }
  }

  @Test
  void nestingWithoutEndIsRefused() {
    String deep = "[".repeat(100_000);

    assertThatThrownBy(() -> Recorded.of(dir, "{\"realm\":\"r\",\"users\":[{\"a\":" + deep))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("nested too deeply")
        .hasMessageContaining("line 1");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThatThrownBy(
            () -> new KeycloakExport(List.of(dir.resolve("none.json"))).read(new Recorded()))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("none.json");
  }
}
