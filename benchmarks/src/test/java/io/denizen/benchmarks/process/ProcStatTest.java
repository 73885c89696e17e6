package io.denizen.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcStatTest {

  @Test
  void readsWhatAProcessAndItsChildrenCost() {
    String line =
        "4711 (postgres) S 17 4711 4711 0 -1 4194560 9302 88211 2 5 120 35 700 240 20 0 1 0 8230";

    assertThat(ProcStat.parse(line)).isEqualTo(new ProcStat(17, 155, 940));
  }

  @Test
  void isNotConfusedByTheCommand() {
    String line = "4711 (a) R 1 (b c) S 17 1 1 0 -1 0 0 0 0 0 3 4 5 6 20 0 1 0 8230\n";

    assertThat(ProcStat.parse(line)).isEqualTo(new ProcStat(17, 7, 11));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessGetsNoYounger() {
    double before = CpuTime.ofFamily(ProcessHandle.current().pid()).getAsDouble();
    double after = CpuTime.ofFamily(ProcessHandle.current().pid()).getAsDouble();

    assertThat(before).isPositive();
    assertThat(after).isGreaterThanOrEqualTo(before);
  }

  @Test
  void saysThatItDoesNotKnowAProcessThatIsGone() {
    assertThat(CpuTime.ofProcess(Long.MAX_VALUE).getAsDouble()).isNaN();
    assertThat(MemoryUse.peakMebibytes(Long.MAX_VALUE)).isNaN();
  }

  @Test
  void readsTheMostMemoryThatWasUsed() {
    assertThat(MemoryUse.parsePeak("VmPeak:\t 9000000 kB\nVmHWM:\t  262144 kB\nVmRSS:\t 1024 kB"))
        .isEqualTo(256);
  }
}
