package io.denizen.server.importer;

import java.io.BufferedReader;
import java.io.IOException;
import tools.jackson.core.JacksonException;

/** The lines of an organisation file, one a line of the file. */
final class OrganisationFile implements LineSource {

  private final BufferedReader file;

  OrganisationFile(BufferedReader file) {
    this.file = file;
  }

  @Override
  public void read(Sink sink) throws IOException, InterruptedException {
    int number = 0;
    for (String json = file.readLine(); json != null && sink.goesOn(); json = file.readLine()) {
      number++;
      if (!json.isBlank()) {
        read(json, "line " + number, sink);
      }
    }
  }

  private static void read(String json, String place, Sink sink) throws InterruptedException {
    Line line;
    try {
      line = Line.read(json);
    } catch (JacksonException malformed) {
      sink.fail("unreadable", place, malformed.getOriginalMessage());
      return;
    }
    sink.line(place, line);
  }
}
