package io.denizen.server.importer.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.Identity.Kind;
import io.denizen.server.importer.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeycloakExportTest {

  private static final String AUK = "auk of realm r";
  @TempDir private Path dir;

  @Test
  void theOrderOfKeysDoesNotMatter() throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            """
            {"organizations":[{"alias":"o","members":[{"username":"AUK"}]}],
             "users":[{"email":"auk@example.org","username":"auk","groups":["/a/b"],"realmRoles":["x"]}],
             "groups":[{"subGroups":[{"name":"b","realmRoles":["y"]}],"name":"a","realmRoles":["z"]}],
             "displayName":"The realm","realm":"r"}""");

    assertThat(lines.failures).isEmpty();
    assertThat(lines.lines)
        .contains(
            new Line.Application("r", "The realm", null),
            new Line.Team("r", "a", "a", null, null),
            new Line.Team("r", "a/b", "b", null, "a"),
            new Line.Application("o", "o", null),
            new Line.Membership(AUK, "r", null, List.of("x")),
            new Line.Membership(AUK, "r", "a/b", List.of("z", "y")));
    assertThat(lines.lines.getLast()).isEqualTo(new Line.Belonging(AUK, "o", null));
  }

  @Test
  void aUserIsToldWithWhereItStands() throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            "{\"realm\":\"r\"}",
            "[{\"id\":\"1\",\"realm\":\"s\",\"users\":[{\"username\":\"auk\",\"email\":\"auk@example.org\"}]},"
                + "{\"realm\":\"t\",\"users\":[{\"username\":\"smew\"}]}]");

    assertThat(lines.places).contains("export-1.json [0].users[0] (auk)");
    assertThat(lines.failures)
        .containsExactly(
            "identities export-1.json [1].users[0] (smew): has no email address, which a person needs");
  }

  @Test
  void usersWithoutARealmComeInAlone() throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            """
            [{"id":"1","username":"auk","email":"auk@example.org"},
             {"username":"smew","email":"smew@example.org","groups":["/a"]}]""");

    assertThat(lines.only(Line.User.class).key()).isEqualTo("auk");
    assertThat(lines.of(Line.Belonging.class)).isEmpty();
    assertThat(lines.failures)
        .containsExactly("identities [1] (smew): has roles or groups, but its realm is not told");
  }

  @Test
  void usersWithoutARealmAreOfTheOneRealmThatIsGiven() throws Exception {
    Recorded lines =
        Recorded.of(
            dir, "{\"realm\":\"r\"}", "[{\"username\":\"auk\",\"email\":\"auk@example.org\"}]");

    assertThat(lines.only(Line.Application.class).slug()).isEqualTo("r");
    assertThat(lines.only(Line.Belonging.class)).isEqualTo(new Line.Belonging(AUK, "r", null));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"auk,auk", "Auk_2,auk_2", "auk@example.org,null", "grüße,null", "_auk,null"})
  void aUserNameIsASlugIfItCanBe(String username, String slug) throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            "{\"users\":[{\"username\":\"%s\",\"email\":\"a@example.org\"}]}".formatted(username));

    assertThat(lines.only(Line.User.class).slug()).isEqualTo(slug);
    assertThat(
            lines
                .only(Line.Preferences.class)
                .settings()
                .getFieldsOrThrow("username")
                .getStringValue())
        .isEqualTo(username);
  }

  @Test
  void aServiceAccountIsAProgram() throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            """
            {"realm":"r","users":[{"username":"service-account-https://shop","serviceAccountClientId":"https://shop"}]}""");

    Line.User user = lines.only(Line.User.class);
    assertThat(user.kind()).isEqualTo(Kind.KIND_SERVICE);
    assertThat(user.slug()).isEqualTo("service-account-https/shop");
    assertThat(user.email()).isNull();
  }

  @Test
  void namesThatLookAlikeAsSlugsAreToldApart() throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            """
            {"realm":"r","roles":{"realm":[{"name":"Team Lead"},{"name":"team-lead"},{"name":"管理"}]},
             "users":[{"username":"auk","email":"auk@example.org","realmRoles":["team-lead","Team Lead","管理"]}]}""");

    List<String> roles = lines.only(Line.Membership.class).roles();
    assertThat(roles).hasSize(3).doesNotHaveDuplicates().contains("team-lead");
    assertThat(roles.get(1)).matches("team-lead-[0-9a-f]{8}");
    assertThat(roles.get(2)).matches("[0-9a-f]{8}");
    assertThat(lines.leftOut)
        .containsEntry("roles whose slug another one has, told apart by digits", 1);
    assertThat(lines.named).contains("Team Lead");
  }

  @Test
  void providersThatLookAlikeAsSlugsAreToldApartWhicheverUserIsFirst() throws Exception {
    String first = provider("auk", "Google");
    String second = provider("smew", "google");
    for (String users : List.of(first + "," + second, second + "," + first)) {
      Recorded lines = Recorded.of(dir, "{\"realm\":\"r\",\"users\":[" + users + "]}");

      assertThat(lines.of(Line.ExternalLogin.class))
          .anySatisfy(
              line -> {
                assertThat(line.identity()).startsWith("auk");
                assertThat(line.login().getProvider()).matches("google-[0-9a-f]{8}");
              })
          .anySatisfy(
              line -> {
                assertThat(line.identity()).startsWith("smew");
                assertThat(line.login().getProvider()).isEqualTo("google");
              });
      assertThat(lines.leftOut)
          .containsEntry("identity providers whose slug another one has, told apart by digits", 1);
      assertThat(lines.named).contains("Google");
      assertThat(Recorded.of(dir, "[" + users + "]").of(Line.ExternalLogin.class))
          .extracting(line -> line.login().getProvider())
          .doesNotHaveDuplicates();
    }
  }

  private static String provider(String user, String alias) {
    return """
        {"username":"%1$s","email":"%1$s@example.org","federatedIdentities":[{"identityProvider":"%2$s","userId":"1"}]}"""
        .formatted(user, alias);
  }

  @Test
  void aRealmAndAnOrganisationOfOneNameAreTwo() throws Exception {
    Recorded lines = Recorded.of(dir, "{\"realm\":\"r\",\"organizations\":[{\"alias\":\"r\"}]}");

    assertThat(lines.of(Line.Application.class))
        .extracting(Line.Application::slug)
        .doesNotHaveDuplicates()
        .startsWith("r")
        .hasSize(2);
  }

  @Test
  void rolesOfClientsHaveTheClientBeforeThem() throws Exception {
    Recorded lines =
        Recorded.ofUser(
            dir,
            """
            "clientRoles":{"shop":["buy"]},"applicationRoles":{"old":["sell"]},"realmRoles":[]""");

    assertThat(lines.only(Line.Membership.class).roles()).containsExactly("shop/buy", "old/sell");
  }

  @Test
  void whoHasNoRolesIsAMemberAllTheSame() throws Exception {
    assertThat(Recorded.ofUser(dir, "\"realmRoles\":[]").only(Line.Membership.class).roles())
        .isEmpty();
    assertThat(Recorded.ofUser(dir, "\"enabled\":true").only(Line.Belonging.class))
        .isEqualTo(new Line.Belonging(AUK, "r", null));
  }

  @Test
  void aGroupThatTheRealmDoesNotDeclareIsMade() throws Exception {
    Recorded lines = Recorded.ofUser(dir, "\"groups\":[\"/a/b~/c\"]");

    assertThat(lines.of(Line.Team.class))
        .containsExactly(
            new Line.Team("r", "a", "a", null, null),
            new Line.Team("r", "a/b/c", "b/c", null, "a"));
  }

  @Test
  void whatNobodyKnowsIsCountedAtEveryLevel() throws Exception {
    Recorded lines =
        Recorded.of(
            dir,
            """
            {"realm":"r","new1":[{"alias":"x"},{"alias":"y"}],"new2":{"a":1},"new3":true,"none":[],
             "roles":{"new4":1,"realm":[{"name":"a","new5":1}],"client":{"c":[{"name":"b","new6":[1,2]}]}},
             "groups":[{"name":"g","new7":1,"subGroups":[{"name":"h","new7":1}]}],
             "organizations":[{"alias":"o","new8":1}],
             "users":[{"username":"auk","email":"auk@example.org","new9":{"a":1},
               "credentials":[{"type":"password","value":"12345678","new10":1},{"type":"webauthn"}]}]}""");

    assertThat(lines.failures).isEmpty();
    assertThat(lines.leftOut)
        .containsAllEntriesOf(
            Map.of(
                "new1[]", 2,
                "new2", 1,
                "settings of the realm", 1,
                "roles.new4", 1,
                "roles.realm[].new5", 1,
                "roles.client[].new6", 2,
                "groups[].new7", 2,
                "organizations[].new8", 1,
                "users[].new9", 1))
        .containsEntry("users[].credentials[].new10", 1)
        .containsEntry("users[].credentials[] of type webauthn", 1)
        .doesNotContainKey("none[]");
    assertThat(lines.named)
        .contains("x", "y", "new3", "users[0] (auk)", "groups[0].subGroups[0] (g/h)");
  }
}
