package io.denizen.benchmarks;

import io.denizen.benchmarks.load.ClosedLoop;
import io.denizen.benchmarks.load.Connections;
import io.denizen.benchmarks.load.OpenLoop;
import io.denizen.benchmarks.load.Operation;
import io.denizen.benchmarks.load.Sample;
import io.denizen.benchmarks.pgbench.PgbenchResult;
import io.denizen.benchmarks.pgbench.Script;
import io.denizen.benchmarks.process.CpuTime;
import io.denizen.benchmarks.report.Measurement;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Measures one thing at a time, and what it costs the processes on the stage. */
final class Meter {
  /** Runs before each measurement and is not counted. */
  private static final Duration LEAD = Duration.ofMillis(500);

  private final Stage stage;
  private final DoubleSupplier driver = CpuTime.ofProcess(ProcessHandle.current().pid());
  private final DoubleSupplier denizen;
  private final DoubleSupplier echo;
  private final DoubleSupplier postgres;

  Meter(Stage stage) {
    this.stage = stage;
    this.denizen = CpuTime.ofProcess(stage.denizen().pid());
    this.echo = CpuTime.ofProcess(stage.echo().pid());
    this.postgres = CpuTime.ofFamily(stage.database().pid());
  }

  /** Calls to Denizen, so many in flight. */
  Measurement calls(Operation<?> operation, int inFlight, double seconds)
      throws InterruptedException {
    return closed(operation, stage.toDenizen(), denizen, inFlight, seconds);
  }

  /** The same to the echo. */
  Measurement echo(Operation<?> operation, int inFlight, double seconds)
      throws InterruptedException {
    return closed(operation, stage.toEcho(), echo, inFlight, seconds);
  }

  private <R> Measurement closed(
      Operation<R> operation,
      Connections connections,
      DoubleSupplier server,
      int inFlight,
      double seconds)
      throws InterruptedException {
    stage.database().checkpoint();
    Measurement measurement;
    try (ClosedLoop loop = ClosedLoop.start(operation, connections, inFlight)) {
      Thread.sleep(LEAD);
      loop.take();
      Measurement.Cpu before = cpu(server);
      Thread.sleep(Duration.ofMillis(Math.round(seconds * 1e3)));
      Sample sample = loop.take();
      measurement = Measurement.of(sample, cpu(server).since(before));
    }
    stage.denizen().requireAlive();
    stage.echo().requireAlive();
    return measurement;
  }

  private Measurement.Cpu cpu(DoubleSupplier server) {
    return new Measurement.Cpu(driver.getAsDouble(), server.getAsDouble(), postgres.getAsDouble());
  }

  /** Calls to Denizen at a fixed rate. */
  Sample atRate(Operation<?> operation, double rate, double seconds) {
    stage.database().checkpoint();
    Sample sample =
        OpenLoop.run(
            operation, stage.toDenizen(), rate, LEAD, Duration.ofMillis(Math.round(seconds * 1e3)));
    stage.denizen().requireAlive();
    return sample;
  }

  /** pgbench with so many clients. */
  Measurement script(Script script, int clients, int seconds) {
    stage.database().checkpoint();
    double before = postgres.getAsDouble();
    PgbenchResult result = stage.pgbench().run(script, clients, seconds);
    return Measurement.of(result, postgres.getAsDouble() - before);
  }
}
