package io.denizen.server.importer;

import java.io.IOException;
import java.util.List;

/** Where the lines of an import come from. */
public interface LineSource {

  /** Gives all lines to a sink, from the first to the last. */
  void read(Sink sink) throws IOException, InterruptedException;

  /** Takes lines. For one thread. */
  interface Sink {

    /**
     * Takes a line, and waits while too many are under way.
     *
     * @param place where whoever wrote it finds it again
     */
    void line(String place, Line line) throws InterruptedException;

    /**
     * Takes note of what is no line, though it should be.
     *
     * @param type which row of the summary it counts in
     */
    void fail(String type, String place, String why);

    /**
     * Takes note of what Denizen has no counterpart of.
     *
     * @param what the same for everything that is counted together
     * @param names by which somebody recognises it; may be fewer than the count
     */
    void leaveOut(String what, int count, List<String> names);

    /** Whether more lines are of use: they are not once the server has gone. */
    boolean goesOn();
  }
}
