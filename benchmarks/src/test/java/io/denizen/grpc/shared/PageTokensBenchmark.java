package io.denizen.grpc.shared;

import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.PageRequest;
import io.denizen.identity.v1.ListIdentitiesRequest;
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

/** What a page costs besides its rows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class PageTokensBenchmark {
  private final ListIdentitiesRequest request =
      ListIdentitiesRequest.newBuilder().setFilter("kind = KIND_SERVICE").setPageSize(50).build();
  private final Cursor cursor =
      new Cursor("", UUID.fromString("018f0000-0000-7000-8000-100000000000"));
  private final String token = PageTokens.next(request, cursor);

  @Benchmark
  public String write() {
    return PageTokens.next(request, cursor);
  }

  @Benchmark
  public PageRequest read() {
    return PageTokens.read(new Fields(), request, 50, token);
  }
}
