package io.denizen.domain.membership;

import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoleSlugsTest {

  private static List<String> distinct(int size) {
    return IntStream.range(0, size).mapToObj(number -> "role-" + number).toList();
  }

  @Test
  void theOrderInWhichTheyAreGivenDoesNotMatter() {
    assertThat(RoleSlugs.of("owner", "admin")).isEqualTo(RoleSlugs.of("admin", "owner"));
    assertThat(RoleSlugs.of("owner", "admin").slugs())
        .containsExactly(new Slug("admin"), new Slug("owner"));
  }

  @Test
  void thereAreUpToSixtyFourDifferentOnes() {
    assertThat(RoleSlugs.of(distinct(64)).slugs()).hasSize(64);
    assertThat(refusal(() -> RoleSlugs.of(distinct(65))))
        .isEqualTo(new InvalidValue("must be at most 64 roles"));
    assertThat(RoleSlugs.of(List.of())).isEqualTo(RoleSlugs.NONE);
    assertThat(refusal(() -> RoleSlugs.of("admin", "admin")))
        .isEqualTo(new InvalidValue("must not repeat a role"));
    assertThat(refusal(() -> RoleSlugs.of("Admin"))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void oneIsTakenAwayAndTheOthersStay() {
    RoleSlugs both = RoleSlugs.of("admin", "owner");

    assertThat(both.without(new Slug("owner"))).isEqualTo(RoleSlugs.of("admin"));
    assertThat(both.without(new Slug("reader"))).isEqualTo(both);
  }
}
