package io.denizen.grpc.audit;

import io.denizen.application.audit.AuditTrail;
import io.denizen.application.shared.Submission;
import io.denizen.audit.v1.AuditEvent;
import io.denizen.audit.v1.AuditServiceGrpc.AuditServiceImplBase;
import io.denizen.audit.v1.GetAuditEventRequest;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.ListAuditEventsResponse;
import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.audit.v1.RecordAuditEventsResponse;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.RecordedEvent;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.InvalidRequest;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.Submissions;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * {@code denizen.audit.v1.AuditService}: reads the request, starts the use case, maps its outcome.
 */
final class AuditGrpcService extends AuditServiceImplBase {

  private static final int MAX_BATCH = 1_000;

  private final AuditTrail trail;

  AuditGrpcService(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void getAuditEvent(GetAuditEventRequest request, StreamObserver<AuditEvent> observer) {
    Answers.send(
        observer,
        AuditMessages::message,
        fields -> {
          AuditEventId id = fields.required("name", request.getName(), AuditMessages::id);
          return fields.read(() -> trail.get(Callers.current(), id));
        });
  }

  @Override
  public void listAuditEvents(
      ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          AuditEventQuery query = AuditMessages.query(fields, request);
          return fields
              .read(() -> trail.list(Callers.current(), query, page))
              .thenApply(found -> AuditMessages.list(request, found));
        });
  }

  @Override
  public void recordAuditEvents(
      RecordAuditEventsRequest request, StreamObserver<RecordAuditEventsResponse> observer) {
    Answers.send(
        observer,
        AuditMessages::recorded,
        fields -> {
          int count = request.getAuditEventsCount();
          if (count == 0 || count > MAX_BATCH) {
            throw InvalidRequest.field("audit_events", "must be 1 to 1,000 events");
          }
          Submission submission = Submissions.read(fields, request);
          List<Supplier<RecordedEvent>> events =
              IntStream.range(0, count)
                  .mapToObj(
                      i ->
                          AuditMessages.recorded(
                              fields, "audit_events[" + i + "]", request.getAuditEvents(i)))
                  .toList();
          return fields.read(
              () -> trail.record(submission, events.stream().map(Supplier::get).toList()));
        });
  }
}
