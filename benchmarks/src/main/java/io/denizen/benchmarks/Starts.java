package io.denizen.benchmarks;

import io.denizen.benchmarks.load.Connections;
import io.denizen.benchmarks.process.ListeningProcess;
import io.denizen.benchmarks.report.Findings;
import io.denizen.identity.v1.ListIdentitiesRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long a start takes: from the launch to the first answered call, on a migrated database. */
final class Starts {
  private static final int ROUNDS = 5;
  private static final Map<String, String> WITHOUT_CACHE = Map.of("DENIZEN_AOT", "off");

  private Starts() {}

  /** With the AOT cache and without it, in turn; before the big load begins. */
  static void measure(Settings settings, Stage stage, Findings findings) throws Exception {
    Progress.say("starting %d times with the AOT cache, and as often without".formatted(ROUNDS));
    // Whoever connects first pays for the classes of this side.
    first(stage.denizen().port());
    Path directory = Files.createTempDirectory(settings.work(), "starts");
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      with.add(start(settings, stage, Map.of(), directory));
      without.add(start(settings, stage, WITHOUT_CACHE, directory));
    }
    Files.deleteIfExists(directory.resolve("denizen.log"));
    Files.delete(directory);
    findings.fact(
        "Denizen's start",
        "%s with the AOT cache, %s without: from ./denizen to the first answered call, on a migrated"
                .formatted(written(with), written(without))
            + " database");
  }

  private static double start(
      Settings settings, Stage stage, Map<String, String> more, Path directory) {
    try (ListeningProcess denizen =
        Stage.denizen(settings, stage.database(), stage.javaOptions(), more, directory)) {
      return denizen.startSeconds() + first(denizen.port());
    }
  }

  /** Connects, asks for one identity, and returns the seconds it took. */
  private static double first(int port) {
    long asked = System.nanoTime();
    try (Connections connections = Connections.to(port, 1)) {
      int found =
          connections
              .identities()
              .listIdentities(ListIdentitiesRequest.newBuilder().setPageSize(1).build())
              .getIdentitiesCount();
      if (found != 1) {
        throw new IllegalStateException("a Denizen that has just started has no identities");
      }
      return (System.nanoTime() - asked) / 1e9;
    }
  }

  private static String written(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    return "%.2f s (%.2f–%.2f)"
        .formatted(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
  }
}
