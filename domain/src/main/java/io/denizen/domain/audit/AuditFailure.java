package io.denizen.domain.audit;

import io.denizen.domain.shared.Failure;

/** Why reading or recording audit events was refused. */
public sealed interface AuditFailure extends Failure {

  /** There is no such event. */
  record NotFound(AuditEventId id) implements AuditFailure {
    @Override
    public Details details() {
      return Details.of(
              Kind.NOT_FOUND,
              "AUDIT_EVENT_NOT_FOUND",
              "There is no audit event auditEvents/" + id.value() + ".")
          .with("resource", "auditEvents/" + id.value());
    }
  }
}
