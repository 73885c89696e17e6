package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.LineSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What Keycloak exports: the file of a realm, several that belong together, or lists of users.
 *
 * <p>The files are read twice. The first time everything but the users is taken in, and it is seen
 * that the files can be read to their ends before anything is changed. The second time the users
 * pass, one after the other, so that it does not matter how many they are.
 */
public final class KeycloakExport implements LineSource {

  private static final String NOT_TOLD = "";

  private final List<ExportFile> files;

  public KeycloakExport(List<Path> paths) {
    this.files = paths.stream().map(ExportFile::new).toList();
  }

  /**
   * Gives all lines to a sink.
   *
   * @throws io.denizen.server.StartFailure if a file cannot be read or is none of Keycloak's;
   *     before the first line
   */
  @Override
  public void read(Sink sink) throws InterruptedException {
    List<RealmReader> readers = new ArrayList<>();
    for (ExportFile file : files) {
      RealmReader reader = new RealmReader(file, files.size() == 1 ? "" : file.name() + " ", sink);
      file.walk(reader);
      readers.add(reader);
    }
    Map<String, Realm> realms = new LinkedHashMap<>();
    readers.forEach(reader -> reader.joinTo(realms));
    Map<String, RealmLines> lines = lines(realms, new Leftovers(sink));
    // Once each, whatever they are called.
    Set<RealmLines> each = new LinkedHashSet<>(lines.values());
    for (RealmLines realm : each) {
      realm.tell(sink);
    }
    for (int i = 0; i < files.size(); i++) {
      UserReader users =
          new UserReader(
              readers.get(i),
              name -> Objects.requireNonNull(lines.get(name == null ? NOT_TOLD : name)),
              sink);
      files.get(i).walk(users);
    }
    for (RealmLines realm : each) {
      realm.tellRest(sink);
    }
  }

  private static Map<String, RealmLines> lines(Map<String, Realm> realms, Leftovers leftovers) {
    Names applications = new Names("applications", leftovers);
    applications.claim(realms.keySet().stream().filter(name -> !name.equals(NOT_TOLD)).toList());
    RealmLines.Users users = new RealmLines.Users();
    Map<String, RealmLines> lines = new LinkedHashMap<>();
    realms.forEach(
        (name, realm) -> lines.put(name, new RealmLines(realm, users, applications, leftovers)));
    if (lines.size() == 2 && lines.remove(NOT_TOLD) != null) {
      // Beside one realm, whose realm is not told is that realm's.
      RealmLines only = lines.values().iterator().next();
      lines.put(NOT_TOLD, only);
    }
    return lines;
  }
}
