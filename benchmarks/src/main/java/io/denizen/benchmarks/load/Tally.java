package io.denizen.benchmarks.load;

import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.HdrHistogram.Recorder;

/** Counts how calls end, on whichever thread they do. */
final class Tally {
  static final String UNEXPECTED = "unexpected answer";

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Recorder latencies = new Recorder(LONGEST, SIGNIFICANT_DIGITS);
  private final ConcurrentMap<String, LongAdder> failures = new ConcurrentHashMap<>();
  private volatile long since = System.nanoTime();

  void answered(long nanos) {
    latencies.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  void failed(Throwable failure) {
    failed(Status.fromThrowable(failure).getCode().name());
  }

  void failed(String how) {
    failures.computeIfAbsent(how, none -> new LongAdder()).increment();
  }

  /** What happened since the last time this was asked, or since the beginning. */
  Sample take() {
    long now = System.nanoTime();
    double seconds = (now - since) / 1e9;
    since = now;
    return new Sample(seconds, latencies.getIntervalHistogram(), takeFailures(), 0);
  }

  private Map<String, Long> takeFailures() {
    return failures.entrySet().stream()
        .map(failure -> Map.entry(failure.getKey(), failure.getValue().sumThenReset()))
        .filter(failure -> failure.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
