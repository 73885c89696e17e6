package io.denizen.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.Slug;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FieldsTest {

  private static final List<String> THREE = List.of("a", "b", "c");

  private final Fields fields = new Fields();

  @Test
  void aListThatMayBeEmptyIsToldNoLeastSize() {
    assertThat(fields.<Slug>list("none", List.of(), 2, Slug::new)).isEmpty();
    fields.list("roles", THREE, 2, Slug::new);

    assertThat(refusal()).isEqualTo("roles must be at most 2 values");
  }

  @Test
  void aListThatMustNotBeEmptyIsToldBothSizes() {
    fields.each("names", List.of(), 2, Slug::new, List::copyOf);
    fields.each("others", THREE, 2, Slug::new, List::copyOf);

    assertThat(refusal()).isEqualTo("names must be 1 to 2 values (and 1 more)");
  }

  private String refusal() {
    return catchThrowableOfType(FailureException.class, () -> fields.read(() -> "nothing"))
        .failure()
        .message();
  }
}
