package io.denizen.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.benchmarks.echo.EchoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningProcessTest {
  @TempDir private Path directory;

  @Test
  void knowsWhereItListensAndEndsIt() {
    int port = FreePort.any();
    ListeningProcess echo = start(EchoServer.class.getName(), Integer.toString(port));
    ProcessHandle process = ProcessHandle.of(echo.pid()).orElseThrow();

    assertThat(echo.port()).isEqualTo(port);
    assertThat(echo.startSeconds()).isPositive();
    echo.requireAlive();
    echo.close();
    assertThat(process.isAlive()).isFalse();
    assertThatThrownBy(echo::requireAlive).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhatAProcessSaidThatDidNotStart() {
    assertThatThrownBy(() -> start("no.such.Server"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not start")
        .hasMessageContaining("no.such.Server");
  }

  private ListeningProcess start(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return ListeningProcess.start(command, Map.of(), directory.resolve("log"));
  }
}
