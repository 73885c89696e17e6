package io.denizen.benchmarks.load;

import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceImplBase;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers each call later, and counts how many wait at a time. */
final class Loopback extends IdentityServiceImplBase implements AutoCloseable {
  /** Asked for by this name, it refuses. */
  static final String REFUSED = "refused";

  static final Operation<Identity> GET = get("identities/1");

  private final Executor later;
  private final Server server;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger mostWaiting = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  private Loopback(Executor later, int port) throws IOException {
    this.later = later;
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .directExecutor()
            .addService(this)
            .build()
            .start();
  }

  static Loopback answeringAfter(long millis, int port) throws IOException {
    return new Loopback(CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS), port);
  }

  /** Answers nothing before that is complete. */
  static Loopback answeringAfter(CompletableFuture<?> release, int port) throws IOException {
    return new Loopback(
        answer -> {
          var unused = release.thenRun(answer);
        },
        port);
  }

  static Operation<Identity> get(String name) {
    return new Operation<>(
        "GetIdentity",
        (stubs, answer) ->
            stubs
                .identities()
                .getIdentity(GetIdentityRequest.newBuilder().setName(name).build(), answer),
        identity -> identity.getName().equals("identities/1"));
  }

  Connections connect(int count) {
    return Connections.to(server.getPort(), count);
  }

  int calls() {
    return calls.get();
  }

  int mostWaiting() {
    return mostWaiting.get();
  }

  @Override
  public void getIdentity(GetIdentityRequest request, StreamObserver<Identity> answer) {
    calls.incrementAndGet();
    mostWaiting.accumulateAndGet(waiting.incrementAndGet(), Math::max);
    later.execute(
        () -> {
          waiting.decrementAndGet();
          if (request.getName().equals(REFUSED)) {
            answer.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
          } else {
            answer.onNext(Identity.newBuilder().setName(request.getName()).build());
            answer.onCompleted();
          }
        });
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
