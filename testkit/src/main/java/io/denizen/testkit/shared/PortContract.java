package io.denizen.testkit.shared;

import static io.denizen.testkit.shared.Answers.answer;

import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.PageRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every adapter of the ports must do, as tests. An adapter's module runs a contract by
 * extending it and saying where the ports are:
 *
 * <pre>{@code
 * final class MyIdentitiesTest extends IdentitiesContract {
 *   protected Ports open() { return ...; }
 * }
 * }</pre>
 *
 * <p>The store need not be empty, but nobody else may write to it meanwhile.
 */
public abstract class PortContract {

  private @Nullable Ports ports;
  private @Nullable Fixtures fixtures;

  /** The ports under test; called once before each test. */
  protected abstract Ports open();

  @BeforeEach
  final void openPorts() {
    Ports opened = open();
    ports = opened;
    fixtures = new Fixtures(opened.ids());
  }

  protected final Ports ports() {
    return opened(ports);
  }

  protected final Fixtures fixtures() {
    return opened(fixtures);
  }

  /** Commits one change and gives back what it made. */
  protected final <A extends Audited> A committed(Function<Occasion, Change<A>> decide) {
    return committed(fixtures().caller(), decide);
  }

  protected final <A extends Audited> A committed(
      Caller caller, Function<Occasion, Change<A>> decide) {
    Occasion occasion = fixtures().occasion();
    Change<A> change = decide.apply(occasion);
    answer(ports().journal().commit(set(occasion, caller, null, change)));
    return change.after();
  }

  /** A set of the given changes whose outcome is the last of them. */
  protected final ChangeSet set(Occasion occasion, Change<?>... changes) {
    return set(occasion, fixtures().caller(), null, changes);
  }

  protected final ChangeSet set(
      Occasion occasion, Caller caller, @Nullable RequestKey request, Change<?>... changes) {
    List<ResourceVersion> outcome =
        changes.length == 0
            ? List.of()
            : List.of(ResourceVersion.of(changes[changes.length - 1].after()));
    return new ChangeSet(
        occasion.changeSet(),
        caller,
        request,
        occasion.time(),
        List.of(),
        List.of(changes),
        List.of(),
        outcome);
  }

  /** Up to a thousand events about a resource, in the order of recording. */
  protected final List<AuditEvent> eventsOf(ResourceName resource) {
    return eventsOf(new AuditEventQuery(resource, null, null, null, null, null, false));
  }

  protected final List<AuditEvent> eventsOf(AuditEventQuery query) {
    return answer(ports().auditEvents().list(query, PageRequest.first(PageRequest.MAX_SIZE)))
        .items();
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("only within a test");
    }
    return part;
  }
}
