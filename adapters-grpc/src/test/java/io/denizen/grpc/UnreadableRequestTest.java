package io.denizen.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.denizen.grpc.shared.RequestSizes;
import io.denizen.grpc.testing.Bytes;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status.Code;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UnreadableRequestTest extends GrpcTest {

  private static final String GET = IdentityServiceGrpc.getGetIdentityMethod().getFullMethodName();
  private static final byte[] NO_PROTOBUF = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
  private static final byte[] CUT_OFF = {0x0A, 0x7F, 'a'};
  private static final byte[] NO_UTF_8 = {0x0A, 0x02, (byte) 0xC3, 0x28};
  private static final byte[] LONE_SURROGATE = {0x0A, 0x03, (byte) 0xED, (byte) 0xA0, (byte) 0x80};
  private static final byte[] END_WITHOUT_GROUP = {0x0C};

  @Test
  void whatIsNoMessageIsToldToBeSoByEveryMethod() {
    for (MethodDescriptor<?, ?> method : methods().toList()) {
      for (byte[] bytes : List.of(NO_PROTOBUF, CUT_OFF, END_WITHOUT_GROUP)) {
        assertThat(
                denizen
                    .refused(() -> send(method.getFullMethodName(), bytes))
                    .is(Code.INVALID_ARGUMENT, "INVALID_FIELD")
                    .fields())
            .as(method.getFullMethodName())
            .containsExactly("request");
      }
    }
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    for (byte[] bytes : List.of(NO_UTF_8, LONE_SURROGATE)) {
      denizen.refused(() -> send(GET, bytes)).isInvalid("request");
    }
  }

  @Test
  void messagesInsideMessagesWithoutEndAreRefused() {
    UnknownFieldSet nested = UnknownFieldSet.getDefaultInstance();
    for (int i = 0; i < 1_000; i++) {
      nested =
          UnknownFieldSet.newBuilder()
              .addField(100, UnknownFieldSet.Field.newBuilder().addGroup(nested).build())
              .build();
    }
    byte[] bytes = nested.toByteArray();

    denizen.refused(() -> send(GET, bytes)).isInvalid("request");
  }

  @Test
  void aRequestIsOfFourMebibytesAtMost() {
    int overhead = 5;
    byte[] most = new byte[RequestSizes.MAX_BYTES - overhead];
    byte[] tooMuch = new byte[RequestSizes.MAX_BYTES - overhead + 1];

    denizen.refused(() -> identities.getIdentity(padded(most))).isInvalid("name");
    denizen.refused(() -> identities.getIdentity(padded(tooMuch))).isInvalid("request");
  }

  @Test
  void aCallWithoutAMessageIsRefused() {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    ClientCalls.asyncClientStreamingCall(
            denizen
                .channel()
                .newCall(
                    Bytes.method(GET, MethodDescriptor.MethodType.CLIENT_STREAMING),
                    CallOptions.DEFAULT),
            Bytes.observer(answer))
        .onCompleted();

    denizen.refused(() -> Bytes.await(answer)).isInvalid("request");
  }

  @Test
  void aMethodOrServiceThatIsNotThereIsToldWithItsName() {
    for (String method :
        List.of(
            "denizen.identity.v1.IdentityService/DropIdentities",
            "denizen.payment.v1.PaymentService/Pay")) {
      assertThat(
              denizen
                  .refused(() -> send(method, new byte[0]))
                  .is(Code.UNIMPLEMENTED, "METHOD_NOT_FOUND")
                  .metadata())
          .containsEntry("method", method);
    }
  }

  @Test
  void fieldsThatAreNotKnownArePassedOver() {
    Identity fromTheFuture =
        person().toBuilder()
            .setUnknownFields(
                UnknownFieldSet.newBuilder()
                    .addField(
                        999,
                        UnknownFieldSet.Field.newBuilder()
                            .addLengthDelimited(ByteString.copyFrom("new", UTF_8))
                            .build())
                    .build())
            .build();

    denizen.audited("identity.created", () -> create(fromTheFuture));
  }

  private Stream<MethodDescriptor<?, ?>> methods() {
    return denizen.services().stream()
        .map(ServerServiceDefinition::getServiceDescriptor)
        .flatMap(service -> service.getMethods().stream());
  }

  private static GetIdentityRequest padded(byte[] padding) {
    return GetIdentityRequest.newBuilder()
        .setUnknownFields(
            UnknownFieldSet.newBuilder()
                .addField(
                    15,
                    UnknownFieldSet.Field.newBuilder()
                        .addLengthDelimited(ByteString.copyFrom(padding))
                        .build())
                .build())
        .build();
  }

  private void send(String method, byte[] request) {
    ClientCalls.blockingUnaryCall(
        denizen.channel(),
        Bytes.method(method, MethodDescriptor.MethodType.UNARY),
        CallOptions.DEFAULT,
        request);
  }
}
