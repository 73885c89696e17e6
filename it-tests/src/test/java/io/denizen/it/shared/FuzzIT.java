package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.TestDenizen;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer says what is wrong with it, and nothing is half done. */
@EndToEnd
class FuzzIT {
  private static final int MESSAGES = 150;
  private static final long SEED = Long.getLong("denizen.it.seed", 20_261_120L);

  private static final Set<Status.Code> FAIR =
      EnumSet.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.UNAUTHENTICATED,
          Status.Code.NOT_FOUND,
          Status.Code.ALREADY_EXISTS,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.UNAUTHENTICATED,
          Status.Code.ABORTED);

  private final TestDenizen denizen;

  FuzzIT(TestDenizen denizen) {
    this.denizen = denizen;
  }

  static Stream<MethodDescriptor<?, ?>> methods() {
    return Api.methods();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void hostileRequestsAreRefusedWithDetailsAndLeaveNothingBehind(MethodDescriptor<?, ?> method) {
    HostileMessages hostile = new HostileMessages(SEED + method.getFullMethodName().hashCode());
    MethodDescriptor<byte[], byte[]> raw = method.toBuilder(new Raw(), new Raw()).build();
    Map<String, Long> before = denizen.sql().rowCounts();
    int done = 0;
    for (int i = 0; i < MESSAGES; i++) {
      byte[] request = hostile.next(Api.request(method));
      try {
        ClientCalls.blockingUnaryCall(
            denizen.caller().channel(), raw, CallOptions.DEFAULT, request);
        done++;
      } catch (StatusRuntimeException refused) {
        check(Refusal.of(refused), "message %d of seed %d".formatted(i, SEED));
      }
    }

    if (done == 0 || !Api.changes(method)) {
      assertThat(denizen.sql().rowCounts()).isEqualTo(before);
    }
    assertThat(withoutEachOther()).isZero();
  }

  /** Each version of each row was made by exactly one event, and each event made one. */
  private long withoutEachOther() {
    return denizen
        .sql()
        .number(
            """
            WITH made AS (
              %s
            ), told AS (
              SELECT resource_id AS id, count(*) AS events, max(resource_version) AS version
                FROM denizen.audit_events WHERE resource_id IS NOT NULL GROUP BY resource_id
            )
            SELECT count(*) FROM made FULL JOIN told USING (id)
              WHERE made.version IS DISTINCT FROM told.version
                OR told.events IS DISTINCT FROM told.version
            """
                .formatted(denizen.sql().auditedRows()));
  }

  private static void check(Refusal refusal, String which) {
    assertThat(FAIR).as(which + ": " + refusal).contains(refusal.code());
    assertThat(refusal.domain()).as(which).isEqualTo("denizen.io");
    assertThat(refusal.reason()).as(which).isNotEmpty();
    assertThat(refusal.message()).as(which).doesNotContain("Exception", "\tat ", "SQL", "org.");
    if (refusal.reason().equals("INVALID_FIELD")) {
      assertThat(refusal.fields()).as(which).isNotEmpty().doesNotContain("");
    }
  }

  /** Takes bytes as they are, well-formed or not. */
  private static final class Raw implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
