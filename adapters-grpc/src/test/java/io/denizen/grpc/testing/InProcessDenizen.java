package io.denizen.grpc.testing;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.InMemoryDenizen;
import io.grpc.ManagedChannel;
import io.grpc.ServerServiceDefinition;
import java.util.List;
import java.util.function.Supplier;

/**
 * The real services, interceptors and use cases, on a store in memory, behind a channel of this
 * process.
 */
public final class InProcessDenizen implements AutoCloseable {

  private final InMemoryDenizen store = new InMemoryDenizen();
  private final List<ServerServiceDefinition> services = Rooms.endpoints(store.ports());
  private final Served served = new Served(services);

  public ManagedChannel channel() {
    return served.channel();
  }

  /** The store beneath. */
  public InMemoryDenizen store() {
    return store;
  }

  public List<ServerServiceDefinition> services() {
    return services;
  }

  /** How many audit events there are. */
  public long changes() {
    return answer(store.auditEvents().list(everything(), PageRequest.first(1))).items().stream()
        .mapToLong(event -> sequence(event))
        .sum();
  }

  /** The answer of a call that must leave exactly one event, about the resource that it answers. */
  public <M extends Message> M audited(String action, Supplier<M> call) {
    long before = changes();
    M answer = call.get();
    assertThat(events(changes() - before))
        .as("events of the call")
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action().value()).isEqualTo(action);
              assertThat(event.resource().value()).isEqualTo(Methods.name(answer));
            });
    return answer;
  }

  /** The events that a call leaves, the newest first. */
  public List<AuditEvent> audited(Runnable call) {
    long before = changes();
    call.run();
    return events(changes() - before);
  }

  /** The answer of a call that must change nothing. */
  public <T> T unaudited(Supplier<T> call) {
    long before = changes();
    T answer = call.get();
    assertThat(changes()).as("changes").isEqualTo(before);
    return answer;
  }

  /** The refusal of a call, which must change nothing. */
  public Refusal refused(Runnable call) {
    return unaudited(() -> Refusal.of(call));
  }

  /** The newest events, the newest first. */
  public List<AuditEvent> events(long count) {
    return count == 0
        ? List.of()
        : answer(store.auditEvents().list(everything(), PageRequest.first((int) count))).items();
  }

  @Override
  public void close() {
    served.close();
  }

  private static AuditEventQuery everything() {
    return new AuditEventQuery(null, null, null, null, null, null, true);
  }

  private static long sequence(AuditEvent event) {
    Long sequence = event.sequence();
    return sequence == null ? 0 : sequence;
  }
}
