package io.denizen.grpc.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A status other than OK. To have one is to know that it tells what every one must (AIP-193):
 * ErrorInfo of our domain; BadRequest with paths if an argument is invalid, of which the message
 * begins with the first; RetryInfo if a retry may help.
 *
 * @param fields what BadRequest names; empty unless an argument is invalid
 */
public record Refusal(
    Status.Code code,
    String message,
    String reason,
    Map<String, String> metadata,
    List<String> fields) {

  /** The refusal of a call that must be refused. */
  public static Refusal of(Runnable call) {
    try {
      call.run();
    } catch (StatusRuntimeException refused) {
      return of(refused);
    }
    return fail("the call was not refused");
  }

  /** The refusal that a client was thrown. */
  public static Refusal of(StatusRuntimeException thrown) {
    com.google.rpc.Status status =
        requireNonNull(StatusProto.fromThrowable(thrown), "a status without details");
    Status.Code code = thrown.getStatus().getCode();
    assertThat(status.getCode()).as("code in the details").isEqualTo(code.value());
    assertThat(status.getMessage()).as("message in the details").isNotBlank();
    ErrorInfo info =
        detail(status, ErrorInfo.class)
            .orElseThrow(() -> new AssertionError(thrown.getStatus() + " has no ErrorInfo"));
    assertThat(info.getDomain()).isEqualTo("denizen.io");
    assertThat(info.getReason()).matches("[A-Z][A-Z0-9_]{0,62}");
    assertThat(detail(status, RetryInfo.class).isPresent())
        .as("%s has RetryInfo", code)
        .isEqualTo(
            code == Status.Code.UNAVAILABLE
                || (code == Status.Code.RESOURCE_EXHAUSTED && !isLimit(info.getReason())));
    List<String> fields = fields(status, code);
    if (!fields.isEmpty()) {
      assertThat(status.getMessage()).startsWith(fields.getFirst() + " ");
    }
    return new Refusal(code, status.getMessage(), info.getReason(), info.getMetadataMap(), fields);
  }

  /** What is used up stays so until somebody takes some of it away. */
  private static boolean isLimit(String reason) {
    return reason.startsWith("TOO_MANY_");
  }

  public Refusal is(Status.Code expected, String expectedReason) {
    assertThat(this.code + " " + reason).as("%s", this).isEqualTo(expected + " " + expectedReason);
    return this;
  }

  /** That exactly these fields are at fault. */
  public Refusal isInvalid(String... paths) {
    is(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD");
    assertThat(fields).as("%s", this).containsExactlyInAnyOrder(paths);
    return this;
  }

  /** That the refusal is about this resource. */
  public Refusal of(String resource) {
    assertThat(metadata).as("%s", this).containsEntry("resource", resource);
    return this;
  }

  private static List<String> fields(com.google.rpc.Status status, Status.Code code) {
    Optional<BadRequest> bad = detail(status, BadRequest.class);
    assertThat(bad.isPresent())
        .as("%s has BadRequest", code)
        .isEqualTo(code == Status.Code.INVALID_ARGUMENT);
    List<FieldViolation> violations = bad.map(BadRequest::getFieldViolationsList).orElse(List.of());
    assertThat(violations)
        .allSatisfy(
            violation -> {
              assertThat(violation.getField()).isNotBlank();
              assertThat(violation.getDescription()).isNotBlank();
            });
    assertThat(bad.isPresent()).isEqualTo(!violations.isEmpty());
    return violations.stream().map(FieldViolation::getField).toList();
  }

  private static <M extends Message> Optional<M> detail(
      com.google.rpc.Status status, Class<M> type) {
    return status.getDetailsList().stream()
        .filter(any -> any.is(type))
        .map(any -> unpack(any, type))
        .findFirst();
  }

  private static <M extends Message> M unpack(Any any, Class<M> type) {
    try {
      return any.unpack(type);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
