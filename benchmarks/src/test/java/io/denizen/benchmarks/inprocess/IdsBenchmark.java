package io.denizen.benchmarks.inprocess;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.util.UUID;
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

/** Ids, as the service makes them and from random bits each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class IdsBenchmark {
  // As PostgresPersistence has it.
  private final TimeOrderedEpochFactory increasing =
      TimeOrderedEpochFactory.builder().withIncrementPlus1().build();
  private final TimeOrderedEpochFactory random = TimeOrderedEpochFactory.builder().build();

  @Benchmark
  public UUID increasingByOne() {
    return increasing.create();
  }

  @Benchmark
  public UUID randomEachTime() {
    return random.create();
  }

  /** For comparison. */
  @Benchmark
  public UUID uuid4OfTheJdk() {
    return UUID.randomUUID();
  }
}
