package io.denizen.grpc.identity;

import io.denizen.benchmarks.inprocess.SomeIdentity;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.grpc.shared.Fields;
import io.denizen.identity.v1.ListIdentitiesRequest;
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

/** Identities from the API and to it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class IdentityMessagesBenchmark {
  private final Identity identity = SomeIdentity.created().after();
  private final io.denizen.identity.v1.Identity message = IdentityMessages.message(identity);
  private final String name = identity.name().value();
  private final ListIdentitiesRequest filtered =
      ListIdentitiesRequest.newBuilder().setFilter("kind = KIND_SERVICE").build();

  @Benchmark
  public io.denizen.identity.v1.Identity toMessage() {
    return IdentityMessages.message(identity);
  }

  @Benchmark
  public byte[] toBytes() {
    return IdentityMessages.message(identity).toByteArray();
  }

  @Benchmark
  public IdentityDetails fromMessage() {
    return IdentityMessages.details(new Fields(), message);
  }

  @Benchmark
  public IdentityId fromName() {
    return IdentityMessages.id(name);
  }

  @Benchmark
  public IdentityQuery fromFilter() {
    return IdentityMessages.query(new Fields(), filtered);
  }
}
