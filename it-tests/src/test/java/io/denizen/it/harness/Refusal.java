package io.denizen.it.harness;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/**
 * A status other than OK with its details (AIP-193).
 *
 * @param reason of the ErrorInfo, or empty where there is none
 * @param fields that the BadRequest names
 */
public record Refusal(
    Status.Code code,
    String message,
    String domain,
    String reason,
    Map<String, String> metadata,
    List<String> fields,
    boolean retryable) {

  /** Makes a call that is expected to be refused. */
  public static Refusal of(Call call) {
    return of(Assertions.assertThrows(StatusRuntimeException.class, call::make));
  }

  /** Reads what ended a call. */
  public static Refusal of(StatusRuntimeException thrown) {
    com.google.rpc.Status status = StatusProto.fromThrowable(thrown);
    List<Any> details = status == null ? List.of() : status.getDetailsList();
    ErrorInfo info = first(details, ErrorInfo.getDefaultInstance());
    return new Refusal(
        thrown.getStatus().getCode(),
        String.valueOf(thrown.getStatus().getDescription()),
        info.getDomain(),
        info.getReason(),
        info.getMetadataMap(),
        first(details, BadRequest.getDefaultInstance()).getFieldViolationsList().stream()
            .map(BadRequest.FieldViolation::getField)
            .toList(),
        details.stream().anyMatch(detail -> detail.is(RetryInfo.class)));
  }

  private static <M extends Message> M first(List<Any> details, M otherwise) {
    try {
      for (Any detail : details) {
        if (detail.is(otherwise.getClass())) {
          @SuppressWarnings("unchecked") // The type was just asked for.
          M message = (M) detail.unpack(otherwise.getClass());
          return message;
        }
      }
      return otherwise;
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("the details of a status cannot be read", e);
    }
  }

  /** A call whose answer nobody needs. */
  @FunctionalInterface
  public interface Call {
    Object make();
  }
}
