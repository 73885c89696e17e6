package io.denizen.server.importer.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.membership.RoleDetails;
import io.denizen.server.importer.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles that consist of others. */
class CompositesTest {

  @TempDir private Path dir;

  @Test
  void aRoleComesAfterThoseItIncludes() throws Exception {
    Recorded lines =
        roles(
            """
            "realm":[
              {"name":"Boss","description":"Runs it","composite":true,
               "composites":{"realm":["clerk"],"client":{"shop":["buy"]}}},
              {"name":"clerk","composites":{"realm":["undeclared"]}}],
            "client":{"shop":[{"name":"buy"}]}""");

    assertThat(lines.failures).isEmpty();
    assertThat(lines.of(Line.Role.class))
        .containsExactly(
            role("clerk", "clerk", null, List.of("undeclared")),
            role("shop/buy", "shop/buy", null, List.of()),
            role("boss", "Boss", "Runs it", List.of("clerk", "shop/buy")));
    assertThat(lines.leftOut).isEmpty();
  }

  @Test
  void aCircleIsCutWhereItClosesAndNamed() throws Exception {
    Recorded lines =
        roles(
            """
            "realm":[
              {"name":"a","composites":{"realm":["b"]}},
              {"name":"b","composites":{"realm":["c","b"]}},
              {"name":"c","composites":{"realm":["a"]}}]""");

    assertThat(lines.of(Line.Role.class))
        .containsExactly(
            role("c", "c", null, List.of()),
            role("b", "b", null, List.of("c")),
            role("a", "a", null, List.of("b")));
    assertThat(lines.leftOut).containsEntry("composites that lead back to their own role", 2);
  }

  @Test
  void depthIsNoProblem() throws Exception {
    int depth = 20_000;
    Recorded lines =
        roles(
            IntStream.range(0, depth)
                .mapToObj(
                    i ->
                        "{\"name\":\"r%d\",\"composites\":{\"realm\":[\"r%d\"]}}"
                            .formatted(i, i + 1))
                .collect(Collectors.joining(",", "\"realm\":[", "]")));

    assertThat(lines.of(Line.Role.class)).hasSize(depth);
    assertThat(lines.of(Line.Role.class).getFirst().slug()).isEqualTo("r" + (depth - 1));
  }

  @Test
  void whatIsMoreThanARoleCanIncludeIsNamed() throws Exception {
    String many =
        IntStream.rangeClosed(0, RoleDetails.MAX_ROLES)
            .mapToObj(i -> "\"r" + i + "\"")
            .collect(Collectors.joining(","));
    Recorded lines =
        roles("\"realm\":[{\"name\":\"a\",\"composites\":{\"realm\":[" + many + "]}}]");

    assertThat(lines.only(Line.Role.class).includes()).hasSize(RoleDetails.MAX_ROLES);
    assertThat(lines.leftOut).containsEntry("composites beyond those that a role can include", 1);
  }

  private Recorded roles(String roles) throws Exception {
    return Recorded.of(dir, "{\"realm\":\"r\",\"roles\":{%s}}".formatted(roles));
  }

  private static Line.Role role(
      String slug, String displayName, @Nullable String description, List<String> includes) {
    return new Line.Role("r", slug, displayName, description, null, includes, null, null, null);
  }
}
