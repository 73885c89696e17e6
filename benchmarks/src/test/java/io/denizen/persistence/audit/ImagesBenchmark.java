package io.denizen.persistence.audit;

import io.denizen.benchmarks.inprocess.SomeIdentity;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.Document;
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

/** What an audit event keeps of an identity. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class ImagesBenchmark {
  private final Identity identity = SomeIdentity.created().after();
  private final String json = JsonDocuments.write(identity.image());

  @Benchmark
  public String write() {
    return JsonDocuments.write(identity.image());
  }

  @Benchmark
  public Document read() {
    return JsonDocuments.read(json);
  }
}
