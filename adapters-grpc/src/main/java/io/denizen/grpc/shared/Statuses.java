package io.denizen.grpc.shared;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.denizen.domain.shared.Failure;
import io.denizen.grpc.shared.InvalidRequest.Violation;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.util.Map;

/**
 * The one place where a status is built (AIP-193): ErrorInfo always, BadRequest and RetryInfo where
 * they help.
 */
final class Statuses {

  static final String DOMAIN = "denizen.io";

  /**
   * How much of a BadRequest is told. Clients take 8 KiB of headers, the details among them in
   * base64, and fail in ways of their own if there is more.
   */
  private static final int MAX_BAD_REQUEST_BYTES = 3_000;

  private static final Metadata.Key<com.google.rpc.Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  private Statuses() {}

  static Ending of(Failure failure) {
    return of(code(failure.kind()), failure);
  }

  /** The failure under a code that is more to the point than what its kind stands for. */
  static Ending of(Status.Code code, Failure failure) {
    ErrorInfo info = errorInfo(failure.reason(), failure.metadata());
    return switch (failure.kind()) {
      case INVALID -> {
        InvalidRequest invalid = located(failure);
        yield ending(code, invalid.message(), info, badRequest(invalid));
      }
      case UNAVAILABLE, RESOURCE_EXHAUSTED -> ending(code, failure.message(), info, retryInfo());
      case NOT_FOUND,
          ALREADY_EXISTS,
          ABORTED,
          FAILED_PRECONDITION,
          LIMIT_REACHED,
          UNAUTHENTICATED,
          CANCELLED ->
          ending(code, failure.message(), info);
    };
  }

  static Ending unimplemented(String method) {
    return ending(
        Status.Code.UNIMPLEMENTED,
        "There is no such method.",
        errorInfo("METHOD_NOT_FOUND", Map.of("method", method)));
  }

  /** Says nothing but where to look in the log. */
  static Ending internal(String correlationId) {
    return ending(
        Status.Code.INTERNAL,
        "Internal error. The server's log tells more under correlation id " + correlationId + ".",
        errorInfo("INTERNAL", Map.of("correlation_id", correlationId)));
  }

  static boolean hasDetails(Metadata trailers) {
    return trailers.containsKey(DETAILS);
  }

  private static Status.Code code(Failure.Kind kind) {
    return switch (kind) {
      case INVALID -> Status.Code.INVALID_ARGUMENT;
      case NOT_FOUND -> Status.Code.NOT_FOUND;
      case ALREADY_EXISTS -> Status.Code.ALREADY_EXISTS;
      case ABORTED -> Status.Code.ABORTED;
      case FAILED_PRECONDITION -> Status.Code.FAILED_PRECONDITION;
      case RESOURCE_EXHAUSTED, LIMIT_REACHED -> Status.Code.RESOURCE_EXHAUSTED;
      case UNAUTHENTICATED -> Status.Code.UNAUTHENTICATED;
      case UNAVAILABLE -> Status.Code.UNAVAILABLE;
      case CANCELLED -> Status.Code.CANCELLED;
    };
  }

  private static ErrorInfo errorInfo(String reason, Map<String, String> metadata) {
    return ErrorInfo.newBuilder()
        .setReason(reason)
        .setDomain(DOMAIN)
        .putAllMetadata(metadata)
        .build();
  }

  /** As many fields at fault as there is room for, the first in any case. */
  private static BadRequest badRequest(InvalidRequest invalid) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    int room = MAX_BAD_REQUEST_BYTES;
    for (Violation violation : invalid.violations()) {
      FieldViolation told =
          FieldViolation.newBuilder()
              .setField(violation.path())
              .setDescription(violation.description())
              .build();
      room -= told.getSerializedSize();
      if (room < 0 && bad.getFieldViolationsCount() > 0) {
        break;
      }
      bad.addFieldViolations(told);
    }
    return bad.build();
  }

  /** What a use case refuses is told like what is refused while the request is read. */
  private static InvalidRequest located(Failure failure) {
    return failure instanceof InvalidRequest invalid
        ? invalid
        : InvalidRequest.of(failure.metadata().getOrDefault("field", "request"), failure.message());
  }

  private static RetryInfo retryInfo() {
    return RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(1)).build();
  }

  private static Ending ending(Status.Code code, String message, Message... details) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(message);
    for (Message detail : details) {
      status.addDetails(Any.pack(detail));
    }
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, status.build());
    return new Ending(Status.fromCode(code).withDescription(message), trailers);
  }
}
