package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.LineSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak exports: the file of a realm, several that belong together, or lists of users.
 *
 * <p>The files are read twice. The first time everything but the users is taken in, and it is seen
 * that the files can be read to their ends before anything is changed. The second time the users
 * pass, one after the other; of each only that is kept by which the next are told from it.
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
    ProviderAliases aliases = new ProviderAliases();
    List<RealmReader> readers = new ArrayList<>();
    for (ExportFile file : files) {
      String prefix = files.size() == 1 ? "" : file.name() + " ";
      RealmReader reader = new RealmReader(file, prefix, aliases, sink);
      file.walk(reader);
      readers.add(reader);
    }
    Map<String, Realm> realms = new LinkedHashMap<>();
    readers.forEach(reader -> reader.joinTo(realms));
    Map<String, RealmLines> lines = lines(realms.values(), aliases.all(), new Leftovers(sink));
    for (Realm realm : realms.values()) {
      of(realm.name(), lines).tell(realm, sink);
    }
    // Not needed while the users pass.
    realms.clear();
    for (int i = 0; i < files.size(); i++) {
      UserReader users = new UserReader(readers.get(i), name -> of(name, lines), sink);
      files.get(i).walk(users);
    }
    // Once each, whatever they are called.
    for (RealmLines realm : new LinkedHashSet<>(lines.values())) {
      realm.tellRest(sink);
    }
  }

  private static RealmLines of(@Nullable String realm, Map<String, RealmLines> lines) {
    return Objects.requireNonNull(lines.get(realm == null ? NOT_TOLD : realm));
  }

  private static Map<String, RealmLines> lines(
      Collection<Realm> realms, Set<String> aliases, Leftovers leftovers) {
    Names applications = new Names("applications", leftovers);
    applications.claim(realms.stream().map(Realm::name).filter(Objects::nonNull).toList());
    Names providers = new Names("identity providers", leftovers);
    providers.claim(aliases);
    SeenUsers seen = new SeenUsers();
    Map<String, RealmLines> lines = new LinkedHashMap<>();
    for (Realm realm : realms) {
      String name = realm.name();
      lines.put(
          name == null ? NOT_TOLD : name,
          new RealmLines(name, seen, applications, providers, leftovers));
    }
    if (lines.size() == 2 && lines.remove(NOT_TOLD) != null) {
      // Beside one realm, whose realm is not told is that realm's.
      RealmLines only = lines.values().iterator().next();
      lines.put(NOT_TOLD, only);
    }
    return lines;
  }
}
