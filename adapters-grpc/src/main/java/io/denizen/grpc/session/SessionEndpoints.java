package io.denizen.grpc.session;

import io.denizen.application.session.SessionCreation;
import io.denizen.application.session.SessionDirectory;
import io.denizen.application.session.SessionRefresh;
import io.denizen.application.session.SessionRevocation;
import io.grpc.BindableService;
import java.util.List;

/** What the room offers to {@link io.denizen.grpc.GrpcEndpoints}: its use cases as services. */
public record SessionEndpoints(
    SessionCreation creation,
    SessionRefresh refresh,
    SessionRevocation revocation,
    SessionDirectory directory) {

  public List<BindableService> services() {
    return List.of(new SessionGrpcService(this));
  }
}
