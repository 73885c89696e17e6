package io.denizen.server.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the system wants programs to keep data of the user's. */
final class DataHome {
  private DataHome() {}

  /**
   * Denizen's directory there: after the XDG base directories, Apple's or Microsoft's convention.
   */
  static Path directory(Map<String, String> environment) {
    // HOME, where it is set, is what the XDG specification means; Java asks the user database.
    Path named = absolute(environment.get("HOME"));
    Path home = named == null ? Path.of(System.getProperty("user.home", ".")) : named;
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return home.resolve("Library/Application Support/denizen");
    }
    if (system.startsWith("windows")) {
      String local = environment.get("LOCALAPPDATA");
      return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("denizen");
    }
    Path xdg = absolute(environment.get("XDG_DATA_HOME"));
    return (xdg == null ? home.resolve(".local/share") : xdg).resolve("denizen");
  }

  /** The XDG specification has relative paths ignored. */
  private static @Nullable Path absolute(@Nullable String path) {
    return path == null || path.isEmpty() || !Path.of(path).isAbsolute() ? null : Path.of(path);
  }
}
