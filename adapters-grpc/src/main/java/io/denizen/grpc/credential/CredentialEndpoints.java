package io.denizen.grpc.credential;

import io.denizen.application.credential.PasswordVerification;
import io.denizen.application.credential.Passwords;
import io.denizen.application.credential.Verification;
import io.grpc.BindableService;
import java.util.List;

/** What the room offers to {@link io.denizen.grpc.GrpcEndpoints}: its use cases as services. */
public record CredentialEndpoints(
    Passwords passwords, PasswordVerification passwordVerification, Verification verification) {

  public List<BindableService> services() {
    return List.of(new CredentialGrpcService(passwords, passwordVerification, verification));
  }
}
