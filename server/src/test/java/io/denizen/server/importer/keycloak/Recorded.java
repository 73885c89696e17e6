package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.Line;
import io.denizen.server.importer.LineSource.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an export was translated into. */
final class Recorded implements Sink {

  final List<Line> lines = new ArrayList<>();
  final List<String> places = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  final Map<String, Integer> leftOut = new LinkedHashMap<>();
  final List<String> named = new ArrayList<>();

  static Recorded of(Path dir, String... exports) throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (String export : exports) {
      files.add(Files.writeString(dir.resolve("export-" + files.size() + ".json"), export));
    }
    Recorded recorded = new Recorded();
    new KeycloakExport(files).read(recorded);
    return recorded;
  }

  /** What a realm with one user is translated into. */
  static Recorded ofUser(Path dir, String user) throws IOException, InterruptedException {
    return of(
        dir,
        """
        {"realm":"r","users":[{"username":"auk","email":"auk@example.org",%s}]}"""
            .formatted(user));
  }

  <T extends Line> List<T> of(Class<T> type) {
    return lines.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends Line> T only(Class<T> type) {
    List<T> all = of(type);
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " of " + type + ": " + lines + failures);
    }
    return all.getFirst();
  }

  @Override
  public void line(String place, Line line) {
    places.add(place);
    lines.add(line);
  }

  @Override
  public void fail(String type, String place, String why) {
    failures.add(type + " " + place + ": " + why);
  }

  @Override
  public void leaveOut(String what, int count, List<String> names) {
    leftOut.merge(what, count, Integer::sum);
    named.addAll(names);
  }

  @Override
  public boolean goesOn() {
    return true;
  }
}
