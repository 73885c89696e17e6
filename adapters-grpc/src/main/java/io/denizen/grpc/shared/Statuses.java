package io.denizen.grpc.shared;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.denizen.domain.shared.Failure;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.util.Map;

/** The one place where a status is built (AIP-193). */
final class Statuses {

  static final String DOMAIN = "denizen.io";

  private static final Metadata.Key<com.google.rpc.Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  private Statuses() {}

  static Status of(Failure failure) {
    return Status.fromCode(code(failure.kind())).withDescription(failure.message());
  }

  /**
   * The trailers that carry the details: ErrorInfo always, BadRequest and RetryInfo where they
   * help.
   */
  static Metadata details(Failure failure) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code(failure.kind()).value())
            .setMessage(failure.message())
            .addDetails(Any.pack(errorInfo(failure.reason(), failure.metadata())));
    switch (failure.kind()) {
      case INVALID -> status.addDetails(Any.pack(badRequest(failure)));
      case UNAVAILABLE, RESOURCE_EXHAUSTED -> status.addDetails(Any.pack(retryInfo()));
      case NOT_FOUND, ALREADY_EXISTS, ABORTED, FAILED_PRECONDITION, CANCELLED -> {}
    }
    return trailers(status.build());
  }

  /** Says nothing but where to look in the log. */
  static Status internal(String correlationId) {
    return Status.INTERNAL.withDescription(
        "Internal error. The server's log tells more under correlation id " + correlationId + ".");
  }

  static Metadata internalDetails(String correlationId) {
    return trailers(
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.INTERNAL.value())
            .setMessage(String.valueOf(internal(correlationId).getDescription()))
            .addDetails(Any.pack(errorInfo("INTERNAL", Map.of("correlation_id", correlationId))))
            .build());
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
      case RESOURCE_EXHAUSTED -> Status.Code.RESOURCE_EXHAUSTED;
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

  private static BadRequest badRequest(Failure failure) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    if (failure instanceof InvalidRequest invalid) {
      invalid.violations().forEach(v -> add(bad, v.path(), v.description()));
    } else {
      add(bad, failure.metadata().getOrDefault("field", "request"), failure.message());
    }
    return bad.build();
  }

  private static void add(BadRequest.Builder bad, String path, String description) {
    bad.addFieldViolationsBuilder().setField(path).setDescription(description);
  }

  private static RetryInfo retryInfo() {
    return RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(1)).build();
  }

  private static Metadata trailers(com.google.rpc.Status status) {
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, status);
    return trailers;
  }
}
