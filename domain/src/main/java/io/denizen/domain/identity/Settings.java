package io.denizen.domain.identity;

import io.denizen.domain.shared.Document;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object (RFC 8259) whose keys and values are the business of those who write them: up to
 * {@value #MAX_DEPTH} levels of objects and lists, itself the first; {@value #MAX_VALUES} values;
 * and {@value #MAX_BYTES} bytes of UTF-8, without white space and with numbers written out. Keys
 * are 1 to {@value #MAX_KEY_LENGTH} code points.
 *
 * <p>What breaks these rules is refused with {@link PreferencesFailure.InvalidSettings}, which says
 * where.
 */
public record Settings(Document document) {

  public static final int MAX_DEPTH = 8;
  public static final int MAX_BYTES = 65_536;

  /** So that an audit image of them is a document still. */
  public static final int MAX_VALUES = 10_000;

  public static final int MAX_KEY_LENGTH = 128;

  /** None at all. */
  public static final Settings EMPTY = new Settings(Document.of(Map.of()));

  public Settings {
    SettingsRules.check(document.fields());
  }

  /** Settings of plain data, of which nothing is copied before it is known to obey the rules. */
  public static Settings of(Map<String, @Nullable Object> fields) {
    SettingsRules.check(fields);
    return new Settings(Document.of(fields));
  }

  /** The paths of the outermost keys. */
  public List<SettingsPath> paths() {
    return document.fields().keySet().stream().map(SettingsPath::of).toList();
  }

  /**
   * These, but under each of the paths what others have there; nothing where they have nothing. All
   * else stays.
   */
  public Settings taking(Collection<SettingsPath> paths, Settings others) {
    SettingsEdit edit = new SettingsEdit(document.fields());
    new LinkedHashSet<>(paths).forEach(path -> edit.take(path, others.document.fields()));
    return of(edit.fields());
  }

  /** Leaves out the values, which are personal. */
  @Override
  public String toString() {
    return "Settings of " + document.fields().size() + " keys";
  }
}
