package io.denizen.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** CPU time of processes as Linux counts it, in ticks of a hundredth of a second. */
public final class CpuTime {
  /** What the kernel tells programs, whatever it uses itself (USER_HZ). */
  private static final double TICKS_A_SECOND = 100;

  private CpuTime() {}

  /** Seconds used so far by one process; not a number where the system does not tell. */
  public static DoubleSupplier ofProcess(long pid) {
    return () -> stat(pid).map(ProcStat::ownTicks).map(CpuTime::seconds).orElse(Double.NaN);
  }

  /** The same of a process and all its children, those that have ended included. */
  public static DoubleSupplier ofFamily(long pid) {
    return () ->
        stat(pid)
            .map(head -> head.ownTicks() + head.reapedTicks() + children(pid))
            .map(CpuTime::seconds)
            .orElse(Double.NaN);
  }

  private static long children(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::children)
        .flatMap(child -> stat(child.pid()).stream())
        .mapToLong(ProcStat::ownTicks)
        .sum();
  }

  private static double seconds(long ticks) {
    return ticks / TICKS_A_SECOND;
  }

  private static Optional<ProcStat> stat(long pid) {
    try {
      return Optional.of(ProcStat.parse(Files.readString(Path.of("/proc", pid + "", "stat"))));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
