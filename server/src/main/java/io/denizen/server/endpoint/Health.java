package io.denizen.server.endpoint;

import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code grpc.health.v1}: SERVING while the database answers, for the server and each service. */
final class Health implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final long ASK_EVERY_MILLIS = 1_000;

  private final HealthStatusManager manager = new HealthStatusManager();
  private final BooleanSupplier databaseAnswers;
  private final List<String> services;
  private final Thread asking;
  private boolean serving;

  /** Asks once, so that the first caller already sees the truth, and then each second. */
  Health(List<String> serviceNames, BooleanSupplier databaseAnswers) {
    this.services = serviceNames;
    this.databaseAnswers = databaseAnswers;
    this.serving = databaseAnswers.getAsBoolean();
    publish();
    this.asking = Thread.ofPlatform().daemon().name("denizen-health").start(this::keepAsking);
  }

  BindableService service() {
    return manager.getHealthService();
  }

  /** Says NOT_SERVING from now on, whatever the database does. */
  @Override
  public void close() {
    manager.enterTerminalState();
    asking.interrupt();
  }

  private void keepAsking() {
    try {
      while (true) {
        Thread.sleep(ASK_EVERY_MILLIS);
        ask();
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void ask() {
    boolean answers;
    try {
      answers = databaseAnswers.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.debug("Asking the database failed", e);
      answers = false;
    }
    if (answers != serving) {
      serving = answers;
      LOG.warn(answers ? "The database answers again" : "The database does not answer");
      publish();
    }
  }

  private void publish() {
    ServingStatus status = serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    manager.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    for (String service : services) {
      manager.setStatus(service, status);
    }
  }
}
