package io.denizen.benchmarks.process;

import java.util.List;

/**
 * The part of Linux's {@code /proc/PID/stat} (see proc_pid_stat(5)) that says what a process cost.
 *
 * @param ownTicks clock ticks on a CPU, in user and in kernel mode
 * @param reapedTicks the same of its children that have ended and been waited for
 */
record ProcStat(long parent, long ownTicks, long reapedTicks) {
  // Counted from the field after the command, which is the third.
  private static final int PARENT = 4 - 3;
  private static final int USER = 14 - 3;
  private static final int SYSTEM = 15 - 3;
  private static final int REAPED_USER = 16 - 3;
  private static final int REAPED_SYSTEM = 17 - 3;

  /** Reads the one line of the file; the command in it may hold spaces and brackets. */
  static ProcStat parse(String line) {
    List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1));
    return new ProcStat(
        number(fields, PARENT),
        number(fields, USER) + number(fields, SYSTEM),
        number(fields, REAPED_USER) + number(fields, REAPED_SYSTEM));
  }

  private static long number(List<String> fields, int index) {
    return Long.parseLong(fields.get(index));
  }
}
