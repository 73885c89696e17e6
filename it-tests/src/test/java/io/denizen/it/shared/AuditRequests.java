package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.denizen.audit.v1.GetAuditEventRequest;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.it.harness.Caller;

/** Requests that succeed about the audit trail. */
record AuditRequests(Caller caller) {

  Message of(String service, String method) {
    return switch (service) {
      case "denizen.audit.v1.AuditService" -> audit(method);
      default -> throw ValidRequests.nobodySaid(service);
    };
  }

  private Message audit(String method) {
    RecordAuditEventsRequest.Builder payment = RecordAuditEventsRequest.newBuilder();
    payment.addAuditEventsBuilder().setAction("payment.created").setResource("payments/1");
    return switch (method) {
      case "GetAuditEvent" ->
          GetAuditEventRequest.newBuilder()
              .setName(
                  caller.audit().recordAuditEvents(payment.build()).getAuditEvents(0).getName())
              .build();
      case "ListAuditEvents" -> ListAuditEventsRequest.getDefaultInstance();
      case "RecordAuditEvents" -> payment.build();
      default -> throw ValidRequests.nobodySaid(method);
    };
  }
}
