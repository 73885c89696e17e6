package io.denizen.grpc.audit;

import io.denizen.application.audit.AuditTrail;
import io.grpc.BindableService;
import java.util.List;

/** What the room offers to {@link io.denizen.grpc.GrpcEndpoints}: its use cases as services. */
public record AuditEndpoints(AuditTrail trail) {

  public List<BindableService> services() {
    return List.of(new AuditGrpcService(trail));
  }
}
