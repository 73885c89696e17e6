package io.denizen.migrations;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Liquibase's logs to SLF4J, a level down: its INFO is a line a statement. */
final class Slf4jLogService extends AbstractLogService {

  @Override
  public int getPriority() {
    return PRIORITY_NOT_APPLICABLE;
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Liquibase
  public Logger getLog(Class source) {
    return new Slf4jLogger(LoggerFactory.getLogger(source));
  }

  @SuppressWarnings("try") // Liquibase's Logger inherits a close() that throws anything
  private static final class Slf4jLogger extends AbstractLogger {

    private final org.slf4j.Logger target;

    Slf4jLogger(org.slf4j.Logger target) {
      this.target = target;
    }

    @Override
    public void log(Level level, @Nullable String message, @Nullable Throwable thrown) {
      if (level.equals(Level.OFF)) {
        return; // what it says of its analytics
      }
      if (level.intValue() >= Level.SEVERE.intValue()) {
        target.error(message); // what was thrown, it throws to us as well
      } else if (level.intValue() >= Level.WARNING.intValue()) {
        target.warn(message, thrown);
      } else if (level.intValue() >= Level.INFO.intValue()) {
        target.debug(message, thrown);
      } else {
        target.trace(message, thrown);
      }
    }
  }
}
