package io.denizen.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this Denizen was built from.
 *
 * @param version of Denizen itself
 * @param build what the builder called it, {@code local} unless said otherwise
 * @param postgresql version of the PostgreSQL that comes with it, such as {@code 18.6.0}
 */
public record Build(String version, String build, String postgresql) {

  /** Reads what the build left on the class path. */
  public static Build current() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      if (in == null) {
        throw new IllegalStateException("build.properties is missing from the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(
        properties.getProperty("version", "unknown"),
        properties.getProperty("build", "unknown"),
        properties.getProperty("postgresql", "unknown"));
  }

  /** Major version of the PostgreSQL that comes with it. */
  public int postgresqlMajor() {
    return Integer.parseInt(postgresql.substring(0, postgresql.indexOf('.')));
  }
}
