package io.denizen.benchmarks.inprocess;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a decision to what is to be written. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class ChangeSetBenchmark {
  private final Ids ids = TimeOrderedEpochFactory.builder().withIncrementPlus1().build()::create;
  private final Instant time = Instant.parse("2026-01-01T00:00:00.123456Z");
  private final IdentityDetails details = SomeIdentity.details();
  private final Caller caller =
      new Caller(
          new Actor("services/benchmark"), new IpAddress("127.0.0.1"), new UserAgent("grpc-java"));

  /** Creates an identity: ids, decision, change set, audit event. */
  @Benchmark
  public List<AuditEvent> createWithItsEvent() {
    return create().events(ids);
  }

  /** The same without the event. */
  @Benchmark
  public ChangeSet create() {
    Occasion occasion = new Occasion(new ChangeSetId(ids.next()), time);
    return ChangeSet.of(
        occasion,
        caller,
        null,
        Decision.of(
            Identity.create(new IdentityId(ids.next()), IdentityKind.PERSON, details, occasion)));
  }
}
