package io.denizen.it.harness;

import io.grpc.Channel;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What tools such as grpcurl and buf ask a server first. */
public final class Reflection {
  private static final int PATIENCE_SECONDS = 30;

  private Reflection() {}

  /** Full names of the services that a server tells of. */
  public static List<String> services(Channel channel) {
    CompletableFuture<ServerReflectionResponse> listed = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> asking =
        ServerReflectionGrpc.newStub(channel).serverReflectionInfo(new First<>(listed));
    asking.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    try {
      return listed
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .getListServicesResponse()
          .getServiceList()
          .stream()
          .map(ServiceResponse::getName)
          .toList();
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new AssertionError("reflection does not answer", e);
    } finally {
      asking.onCompleted();
    }
  }

  /** Takes the first answer of a stream. */
  private record First<T>(CompletableFuture<T> answer) implements StreamObserver<T> {
    @Override
    public void onNext(T value) {
      answer.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      answer.cancel(false);
    }
  }
}
