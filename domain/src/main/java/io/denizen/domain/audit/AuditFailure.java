package io.denizen.domain.audit;

import io.denizen.domain.shared.Failure;
import java.util.Map;

/** Why reading or recording audit events was refused. */
public sealed interface AuditFailure extends Failure {

  /** There is no such event. */
  record NotFound(AuditEventId id) implements AuditFailure {
    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String reason() {
      return "AUDIT_EVENT_NOT_FOUND";
    }

    @Override
    public String message() {
      return "There is no audit event auditEvents/" + id.value() + ".";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of("resource", "auditEvents/" + id.value());
    }
  }
}
