package io.denizen.persistence.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Images are kept for good, and questions about the past read them: whatever is added to a
 * resource, those of 2026 stay readable, and say what they said.
 */
final class KeptImagesTest {

  /** As the lines are. */
  private static final List<Function<Document, Audited>> READERS =
      List.of(
          Identity::fromImage,
          RoleAssignment::fromImage,
          Application::fromImage,
          Team::fromImage,
          Role::fromImage,
          Membership::fromImage);

  @Test
  void whatWasWrittenLongAgoIsRead() throws IOException {
    List<String> lines = lines();

    assertThat(lines).hasSameSizeAs(READERS);
    for (int i = 0; i < lines.size(); i++) {
      Document image = JsonDocuments.read(lines.get(i));
      Audited read = READERS.get(i).apply(image);
      assertThat(JsonDocuments.read(JsonDocuments.write(read.image())).fields())
          .as(read.noun())
          .containsAllEntriesOf(image.fields());
    }
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader images =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    KeptImagesTest.class.getResourceAsStream("kept-images.ndjson")),
                UTF_8))) {
      return images.lines().toList();
    }
  }
}
