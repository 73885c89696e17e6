package io.denizen.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.shared.StoreFailure;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.testing.Served;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceImplBase;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LateAnswerTest {

  private final List<LogRecord> logged = new ArrayList<>();
  private final Logger everything = Logger.getLogger("");
  private final Handler listening = new Listening(logged);

  @BeforeEach
  void listen() {
    everything.addHandler(listening);
  }

  @AfterEach
  void stopListening() {
    everything.removeHandler(listening);
  }

  @Test
  void anAnswerToACallerWhoHasLeftIsDroppedWithoutAWord() {
    CompletableFuture<Identity> outcome = new CompletableFuture<>();
    leaveBefore(outcome);

    outcome.complete(Identity.getDefaultInstance());

    assertThat(logged).isEmpty();
  }

  @Test
  void aFailureForACallerWhoHasLeftIsDroppedWithoutAWord() {
    CompletableFuture<Identity> outcome = new CompletableFuture<>();
    leaveBefore(outcome);

    outcome.completeExceptionally(new StoreFailure.Unavailable().asException());

    assertThat(logged).isEmpty();
  }

  /** Calls what will end with the outcome, and cancels. */
  private static void leaveBefore(CompletableFuture<Identity> outcome) {
    IdentityServiceImplBase service =
        new IdentityServiceImplBase() {
          @Override
          public void getIdentity(GetIdentityRequest request, StreamObserver<Identity> observer) {
            Answers.send(observer, fields -> outcome);
          }
        };
    try (Served served = new Served(List.of(GrpcEndpoints.endpoint(service)))) {
      ClientCall<GetIdentityRequest, Identity> call =
          served.channel().newCall(IdentityServiceGrpc.getGetIdentityMethod(), CallOptions.DEFAULT);
      call.start(new ClientCall.Listener<>() {}, new Metadata());
      call.request(1);
      call.sendMessage(GetIdentityRequest.getDefaultInstance());
      call.halfClose();
      call.cancel("changed my mind", null);
    }
  }

  private static final class Listening extends Handler {

    private final List<LogRecord> logged;

    Listening(List<LogRecord> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord logRecord) {
      if (logRecord.getLevel().intValue() >= Level.INFO.intValue()) {
        logged.add(logRecord);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
