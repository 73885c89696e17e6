package io.denizen.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of one run, deleted at its end. Not under {@code /tmp}, which is memory on some
 * systems, where making things durable is free.
 */
record WorkDirectory(Path path) implements AutoCloseable {

  WorkDirectory {
    try {
      path = Files.createTempDirectory(Files.createDirectories(path.toAbsolutePath()), "run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(path)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
