package io.denizen.grpc.identity;

import com.google.protobuf.FieldMask;
import io.denizen.domain.identity.Settings;
import io.denizen.domain.identity.SettingsPath;
import io.denizen.domain.shared.FailureException;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Structs;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.identity.v1.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A mask that reaches into settings (AIP-134, AIP-161): what is named is taken from the settings
 * that are given; {@code *} and {@code settings} name all of them; and where nothing is named, it
 * is each of the outermost keys that are given.
 */
final class SettingsMask {

  private static final String SETTINGS = "settings";
  private static final String INSIDE = SETTINGS + ".";
  private static final List<String> EVERY_FIELD = List.of("*");

  private final List<SettingsPath> paths = new ArrayList<>();
  private boolean everything;

  private SettingsMask() {}

  /** What an update makes of the settings that it meets. */
  static UnaryOperator<Settings> edit(Fields fields, FieldMask mask, Preferences given) {
    List<String> named = mask.getPathsList();
    if (named.isEmpty()) {
      Settings settings = settings(fields, given);
      return current -> current.taking(settings.paths(), settings);
    }
    SettingsMask read = new SettingsMask();
    if (named.equals(EVERY_FIELD)) {
      read.everything = true;
    } else {
      read.addAll(fields, named);
    }
    return read.edit(fields, given);
  }

  /** What is not named is not even read, so it cannot be at fault. */
  private UnaryOperator<Settings> edit(Fields fields, Preferences given) {
    if (!everything && paths.isEmpty()) {
      return current -> current;
    }
    Settings settings = settings(fields, given);
    return everything ? current -> settings : current -> current.taking(paths, settings);
  }

  private void addAll(Fields fields, List<String> named) {
    for (String path : named) {
      if (!add(path)) {
        UpdateMask.refuse(
            fields,
            path,
            "must name settings, or keys in them such as settings.mail.digest, or be * alone");
        return;
      }
    }
  }

  /** Whether there may be such a path; those of what the service assigns are passed over. */
  private boolean add(String path) {
    if (path.startsWith(INSIDE)) {
      try {
        return paths.add(SettingsPath.parse(path.substring(INSIDE.length())));
      } catch (FailureException malformed) {
        return false;
      }
    }
    everything |= path.equals(SETTINGS);
    return Preferences.getDescriptor().findFieldByName(path) != null;
  }

  private static Settings settings(Fields fields, Preferences given) {
    return fields.parsed(
        "preferences.settings", given.getSettings(), struct -> Settings.of(Structs.fields(struct)));
  }
}
