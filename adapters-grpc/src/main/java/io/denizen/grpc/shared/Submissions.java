package io.denizen.grpc.shared;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.RequestKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Reads from a request how its change is asked for: {@code request_id} (AIP-155) and {@code
 * validate_only} (AIP-163).
 */
public final class Submissions {

  private Submissions() {}

  /** Of a request that has both fields, as every request for a change does. */
  public static Submission read(Fields fields, Message request) {
    UUID id = fields.optional("request_id", text(request, "request_id"), ResourceIds::uuid);
    RequestKey key = id == null ? null : new RequestKey(id, fingerprint(request));
    boolean validateOnly = (Boolean) value(request, "validate_only");
    return new Submission(Callers.current(), key, validateOnly);
  }

  static String text(Message request, String field) {
    return (String) value(request, field);
  }

  private static Object value(Message request, String field) {
    return request.getField(request.getDescriptorForType().findFieldByName(field));
  }

  private static Fingerprint fingerprint(Message request) {
    String type = request.getDescriptorForType().getFullName();
    return Fingerprint.of(type.getBytes(StandardCharsets.UTF_8), bytes(request));
  }

  /** The same of equal requests, in whatever order the caller's language writes a map. */
  private static byte[] bytes(Message request) {
    byte[] bytes = new byte[request.getSerializedSize()];
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    output.useDeterministicSerialization();
    try {
      request.writeTo(output);
      output.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes;
  }
}
