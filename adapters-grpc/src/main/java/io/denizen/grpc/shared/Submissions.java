package io.denizen.grpc.shared;

import com.google.protobuf.Message;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Reads from a request how its change is asked for: {@code request_id} (AIP-155) and {@code
 * validate_only} (AIP-163).
 */
public final class Submissions {

  private Submissions() {}

  public static Submission read(
      Fields fields, Message request, String requestId, boolean validateOnly) {
    UUID id = fields.optional("request_id", requestId, ResourceIds::uuid);
    RequestKey key = id == null ? null : new RequestKey(id, fingerprint(request));
    return new Submission(Callers.current(), key, validateOnly);
  }

  private static Fingerprint fingerprint(Message request) {
    String type = request.getDescriptorForType().getFullName();
    return Fingerprint.of(type.getBytes(StandardCharsets.UTF_8), request.toByteArray());
  }
}
