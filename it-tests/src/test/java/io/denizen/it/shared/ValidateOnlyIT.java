package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is only to be validated leaves no row anywhere, and would have succeeded. */
@EndToEnd
class ValidateOnlyIT {
  private final TestDenizen denizen;
  private final Caller caller;

  ValidateOnlyIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
  }

  static Stream<MethodDescriptor<?, ?>> mutations() {
    return Api.methods().filter(Api::changes);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aRehearsedChangeLeavesNoRow(MethodDescriptor<Message, Message> method) {
    Message request = new ValidRequests(caller).of(method);
    FieldDescriptor validateOnly = request.getDescriptorForType().findFieldByName("validate_only");
    FieldDescriptor requestId = request.getDescriptorForType().findFieldByName("request_id");
    Message rehearsal =
        request.toBuilder()
            .setField(validateOnly, true)
            .setField(requestId, Some.requestId())
            .build();
    Map<String, Long> before = denizen.sql().rowCounts();
    List<String> versions = versions();

    call(method, rehearsal);

    assertThat(denizen.sql().rowCounts()).isEqualTo(before);
    assertThat(versions()).isEqualTo(versions);
    // The same in earnest does something, so the rehearsal was worth the name.
    call(method, request);
    assertThat(denizen.sql().rowCounts()).isNotEqualTo(before);
  }

  private Message call(MethodDescriptor<Message, Message> method, Message request) {
    return ClientCalls.blockingUnaryCall(caller.channel(), method, CallOptions.DEFAULT, request);
  }

  private List<String> versions() {
    return denizen
        .sql()
        .strings(
            "SELECT format('%s at %s', id, version) FROM ("
                + denizen.sql().auditedRows()
                + ") ORDER BY 1");
  }
}
