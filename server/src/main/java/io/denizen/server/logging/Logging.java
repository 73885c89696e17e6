package io.denizen.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends all logs, java.util.logging's included, to standard error. Set up in code, which is faster
 * at start than reading a file.
 */
public final class Logging {
  /** Set by the launcher, which alone can ask the system whether standard error is a terminal. */
  public static final String TERMINAL_PROPERTY = "denizen.terminal";

  private static final String HUMAN = "%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg%n%rEx{full}";
  private static final String HUMAN_IN_COLOUR =
      "%d{HH:mm:ss.SSS} %highlight(%-5level) %cyan(%logger{0}) - %msg%n%rEx{full}";

  private Logging() {}

  /** How a line looks. */
  public enum Format {
    /** Human on a terminal, JSON otherwise. */
    AUTO,
    HUMAN,
    JSON
  }

  /** How much Denizen itself says; what it uses speaks up for warnings only. */
  public enum Verbosity {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  /** Replaces whatever was set up before. */
  public static void configure(Format format, Verbosity verbosity) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (!(factory instanceof LoggerContext context)) {
      throw new IllegalStateException("another logging back end than Logback is on the class path");
    }
    context.reset();
    boolean terminal = Boolean.getBoolean(TERMINAL_PROPERTY);
    boolean human = format == Format.HUMAN || (format == Format.AUTO && terminal);
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(human ? human(context, terminal) : json(context));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.WARN);
    context.getLogger("io.denizen").setLevel(Level.toLevel(verbosity.name()));
    // It says only what an operator asked to see with OTEL_METRICS_EXPORTER=console.
    context.getLogger("io.opentelemetry.exporter.logging").setLevel(Level.INFO);
    bridgeJavaUtilLogging(context);
  }

  private static Encoder<ILoggingEvent> human(LoggerContext context, boolean terminal) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(terminal ? HUMAN_IN_COLOUR : HUMAN);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }

  /** Tells java.util.logging our levels too, so that what is not wanted costs it nothing. */
  private static void bridgeJavaUtilLogging(LoggerContext context) {
    LevelChangePropagator levels = new LevelChangePropagator();
    levels.setContext(context);
    levels.setResetJUL(true);
    levels.start();
    context.addListener(levels);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
