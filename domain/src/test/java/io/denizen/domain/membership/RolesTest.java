package io.denizen.domain.membership;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolesTest {

  private static List<String> distinct(int size) {
    return IntStream.range(0, size).mapToObj(number -> "role-" + number).toList();
  }

  @Test
  void theOrderInWhichTheyAreGivenDoesNotMatter() {
    assertThat(Roles.of("owner", "admin")).isEqualTo(Roles.of("admin", "owner"));
    assertThat(Roles.of("owner", "admin").slugs())
        .containsExactly(new Slug("admin"), new Slug("owner"));
  }

  @Test
  void thereAreOneToSixtyFourDifferentOnes() {
    assertThat(Roles.of(distinct(64)).slugs()).hasSize(64);
    assertThat(refusal(() -> Roles.of(distinct(65)))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> Roles.of(List.of()))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> Roles.of("admin", "admin"))).isInstanceOf(InvalidValue.class);
    assertThat(refusal(() -> Roles.of("Admin"))).isInstanceOf(InvalidValue.class);
  }
}
