package io.denizen.it.faults;

import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many callers that create and rename identities as fast as they are answered. */
final class Writers implements AutoCloseable {
  static final int COUNT = 64;

  private final Caller caller;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Identity> acknowledged = new ConcurrentHashMap<>();
  private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  private Writers(Caller caller) {
    this.caller = caller;
  }

  static Writers start(Caller caller) {
    Writers writers = new Writers(caller);
    for (int i = 0; i < COUNT; i++) {
      writers.threads.execute(writers::write);
    }
    return writers;
  }

  /** What was answered, by name, each as it was answered last. */
  Map<String, Identity> acknowledged() {
    return acknowledged;
  }

  Queue<Refusal> refusals() {
    return refusals;
  }

  /** Lets every caller hear of its last call and go. */
  void stop() {
    stopped = true;
    threads.close();
  }

  @Override
  public void close() {
    stop();
  }

  private void write() {
    while (!stopped) {
      Identity created = attempt(this::create);
      for (int version = 2; created != null && version <= 3; version++) {
        Identity current = created;
        created = attempt(() -> rename(current));
      }
    }
  }

  private Identity create() {
    return caller
        .identities()
        .createIdentity(
            CreateIdentityRequest.newBuilder()
                .setIdentity(Some.person())
                .setRequestId(Some.requestId())
                .build());
  }

  private Identity rename(Identity current) {
    return caller
        .identities()
        .updateIdentity(
            UpdateIdentityRequest.newBuilder()
                .setIdentity(current.toBuilder().setDisplayName("Renamed " + current.getEtag()))
                .build());
  }

  private @Nullable Identity attempt(Supplier<Identity> call) {
    try {
      Identity answer = call.get();
      acknowledged.put(answer.getName(), answer);
      return answer;
    } catch (StatusRuntimeException refused) {
      refusals.add(Refusal.of(refused));
      pause();
      return null;
    }
  }

  /** A server that is away answers at once; there is no use in asking it a million times. */
  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
