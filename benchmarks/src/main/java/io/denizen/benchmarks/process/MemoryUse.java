package io.denizen.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory of processes, from Linux's {@code /proc/PID/status}. */
public final class MemoryUse {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private MemoryUse() {}

  /** The most that was ever resident, in MiB; not a number where the system does not tell. */
  public static double peakMebibytes(long pid) {
    try {
      return parsePeak(Files.readString(Path.of("/proc", pid + "", "status")));
    } catch (IOException untold) {
      return Double.NaN;
    }
  }

  static double parsePeak(String status) {
    Matcher peak = PEAK.matcher(status);
    return peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : Double.NaN;
  }
}
