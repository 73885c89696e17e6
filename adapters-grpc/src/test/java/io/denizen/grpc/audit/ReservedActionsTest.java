package io.denizen.grpc.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.audit.v1.AuditServiceGrpc;
import io.denizen.domain.audit.Action;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Other services see in the API which actions they cannot record. */
final class ReservedActionsTest {

  private static final String SOURCE = "/denizen/audit/v1/audit_service.proto";
  private static final Pattern BEGINNING = Pattern.compile("`([a-z_]+)\\.`");

  @Test
  void theApiListsEachBeginningOfAnActionThatIsDenizens() throws IOException {
    assertThat(documented()).doesNotHaveDuplicates().hasSameElementsAs(Action.RESERVED);
  }

  private static List<String> documented() throws IOException {
    String source = source();
    int start = source.indexOf("an action that starts with");
    String comment = source.substring(start, source.indexOf("rpc RecordAuditEvents", start));
    return BEGINNING.matcher(comment).results().map(found -> found.group(1)).toList();
  }

  private static String source() throws IOException {
    try (InputStream file =
        requireNonNull(AuditServiceGrpc.class.getResourceAsStream(SOURCE), SOURCE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
