package io.denizen.domain.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through settings has come to; written out only once something is wrong there.
 *
 * @param around null for the settings as a whole
 * @param step from what is around it
 */
record SettingsPlace(@Nullable SettingsPlace around, Object step) {

  static final SettingsPlace ROOT = new SettingsPlace(null, "preferences.settings");

  /** A status with longer texts in it may be lost on its way to the caller. */
  private static final int MAX_PATH_LENGTH = 200;

  static SettingsPlace of(List<String> keys) {
    SettingsPlace place = ROOT;
    for (String key : keys) {
      place = new SettingsPlace(place, key);
    }
    return place;
  }

  /** Under a key of the object that is here. */
  SettingsPlace at(String key) {
    return new SettingsPlace(this, key);
  }

  /** An item of the list that is here. */
  SettingsPlace at(int index) {
    return new SettingsPlace(this, index);
  }

  /**
   * From the root of the resource on, such as {@code preferences.settings.mail.to[3]}; not all the
   * way down if that were too long.
   */
  String path() {
    Deque<String> steps = new ArrayDeque<>();
    SettingsPlace place = this;
    while (place.around != null) {
      steps.push(written(place.step));
      place = place.around;
    }
    StringBuilder path = new StringBuilder(String.valueOf(place.step));
    for (String step : steps) {
      if (path.length() + step.length() > MAX_PATH_LENGTH) {
        break;
      }
      path.append(step);
    }
    return path.toString();
  }

  private static String written(Object step) {
    return step instanceof String key ? "." + SettingsPath.quoted(key) : "[" + step + "]";
  }
}
