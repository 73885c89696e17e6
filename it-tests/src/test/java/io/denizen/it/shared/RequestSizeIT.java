package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceBlockingStub;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as they come over the network: in pieces, and compressed or not. */
@EndToEnd
class RequestSizeIT {
  private static final int MOST = 4 * 1024 * 1024;

  /** What surrounds the padding: the name, and the tags and lengths of both. */
  private static final int AROUND = 60;

  private final Caller caller;
  private final Identity identity;

  RequestSizeIT(TestDenizen denizen) {
    this.caller = denizen.caller();
    this.identity = Some.person(caller);
  }

  static Stream<String> encodings() {
    return Stream.of("identity", "gzip");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void whatIsSmallEnoughIsReadWhole(String encoding) {
    for (int padding : new int[] {0, 1, 20_000, MOST - AROUND}) {
      assertThat(identities(encoding).getIdentity(padded(padding))).isEqualTo(identity);
    }
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void whatIsTooLargeIsRefusedInAFormThatProgramsRead(String encoding) {
    Refusal refusal = Refusal.of(() -> identities(encoding).getIdentity(padded(MOST)));

    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.fields()).containsExactly("request");
  }

  private IdentityServiceBlockingStub identities(String encoding) {
    return caller.identities().withCompression(encoding);
  }

  private GetIdentityRequest padded(int bytes) {
    return GetIdentityRequest.newBuilder()
        .setName(identity.getName())
        .setUnknownFields(
            UnknownFieldSet.newBuilder()
                .addField(
                    15,
                    UnknownFieldSet.Field.newBuilder()
                        .addLengthDelimited(ByteString.copyFrom(new byte[bytes]))
                        .build())
                .build())
        .build();
  }
}
