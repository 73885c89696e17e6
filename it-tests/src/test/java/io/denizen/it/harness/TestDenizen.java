package io.denizen.it.harness;

import static org.awaitility.Awaitility.await;

import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.LockPolicy;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.server.DenizenServer;
import io.denizen.server.PasswordSettings;
import io.denizen.server.StartFailure;
import io.denizen.server.database.Database;
import io.denizen.server.database.Login;
import io.denizen.server.endpoint.ListenAddress;
import io.denizen.server.telemetry.Telemetry;
import io.grpc.ManagedChannel;
import io.grpc.ServerBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** The real server with its real wiring, in this process, on a loopback port. */
public final class TestDenizen implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration HOUSEKEEPING = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 10;

  /** Hashes that take a few milliseconds; ten wrong passwords lock for a minute, as by default. */
  private static final PasswordSettings QUICK_PASSWORDS =
      new PasswordSettings(
          new Argon2Cost(1_024, 1, 1),
          LockPolicy.DEFAULT,
          password -> password.key().equals("password1"));

  private static final String ACTOR = "services/it-tests";

  private final Deque<ManagedChannel> channels = new ArrayDeque<>();
  private final DenizenServer server;
  private final InetSocketAddress address;
  private final Database database;
  private final HandlerWatch handlers;
  private final Caller caller;

  private TestDenizen(
      DenizenServer server, InetSocketAddress address, Database database, HandlerWatch handlers) {
    this.server = server;
    this.address = address;
    this.database = database;
    this.handlers = handlers;
    this.caller = as(ACTOR);
  }

  /**
   * Serves from a new, migrated database.
   *
   * @param poolSize connections to it
   */
  public static TestDenizen onFreshDatabase(PostgresServer postgresql, int poolSize) {
    return onFreshDatabase(postgresql, poolSize, Telemetry.NONE);
  }

  /**
   * The same, watched.
   *
   * @param telemetry sees each call after {@link #handlers} does; it is never closed
   */
  public static TestDenizen onFreshDatabase(
      PostgresServer postgresql, int poolSize, Telemetry telemetry) {
    return onFreshDatabase(postgresql, poolSize, telemetry, SessionPolicy.STANDARD);
  }

  /**
   * The same, with sessions of a certain length.
   *
   * @param telemetry sees each call after {@link #handlers} does; it is never closed
   */
  public static TestDenizen onFreshDatabase(
      PostgresServer postgresql, int poolSize, Telemetry telemetry, SessionPolicy sessions) {
    return onFreshDatabase(postgresql, poolSize, telemetry, sessions, HOUSEKEEPING);
  }

  /**
   * The same, tidying up in an interval of its own.
   *
   * @param telemetry sees each call after {@link #handlers} does; it is never closed
   */
  public static TestDenizen onFreshDatabase(
      PostgresServer postgresql,
      int poolSize,
      Telemetry telemetry,
      SessionPolicy sessions,
      Duration housekeeping) {
    return start(
        () -> FreshDatabase.on(postgresql),
        poolSize,
        telemetry,
        sessions,
        QUICK_PASSWORDS,
        housekeeping);
  }

  /** Serves from a new, migrated database, and keeps passwords in a way of its own. */
  public static TestDenizen onFreshDatabase(
      PostgresServer postgresql, int poolSize, PasswordSettings passwords) {
    return start(
        () -> FreshDatabase.on(postgresql),
        poolSize,
        Telemetry.NONE,
        SessionPolicy.STANDARD,
        passwords,
        HOUSEKEEPING);
  }

  /** Another server on the same database, to be closed before this one. */
  public TestDenizen beside(int poolSize, SessionPolicy sessions, Duration housekeeping) {
    return start(
        () -> new Shared(database),
        poolSize,
        Telemetry.NONE,
        sessions,
        QUICK_PASSWORDS,
        housekeeping);
  }

  private static TestDenizen start(
      Supplier<Database> opening,
      int poolSize,
      Telemetry telemetry,
      SessionPolicy sessions,
      PasswordSettings passwords,
      Duration housekeeping) {
    HandlerWatch handlers = new HandlerWatch();
    for (int attempt = 1; ; attempt++) {
      DenizenServer server =
          new DenizenServer(
              new DenizenServer.Settings(
                  ListenAddress.of("127.0.0.1", Ports.free()),
                  poolSize,
                  GRACE,
                  true,
                  sessions,
                  passwords,
                  housekeeping),
              () -> new Watched(telemetry, handlers));
      Database database = opening.get();
      try {
        return new TestDenizen(server, server.start(() -> database), database, handlers);
      } catch (StartFailure taken) {
        // Somebody else may have taken the port since; the database went with the failed start.
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  public InetSocketAddress address() {
    return address;
  }

  /** Which calls hold a thread of the transport. */
  public HandlerWatch handlers() {
    return handlers;
  }

  /** The caller that most tests are. */
  public Caller caller() {
    return caller;
  }

  /** Somebody else, over a connection of their own. */
  public Caller as(String actor) {
    return new Caller(newChannel(), actor);
  }

  /** One more connection; it ends with this Denizen. */
  public synchronized ManagedChannel newChannel() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address).usePlaintext().disableRetry().build();
    channels.push(channel);
    return channel;
  }

  /** The database as its owner sees it. */
  public Sql sql() {
    return new Sql(database.owner());
  }

  /** The database as the role sees it that serves. */
  public Sql sqlAsApp() {
    return new Sql(database.app());
  }

  /**
   * Waits until it serves again after an outage of its database: each pool of connections, that of
   * the commits too, pauses longer after each failure, so one may come back seconds after another.
   */
  public void awaitService() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
        .until(() -> health() == ServingStatus.SERVING && !Some.person(caller).getName().isEmpty());
  }

  /** What it says of itself (grpc.health.v1). */
  public ServingStatus health() {
    return HealthGrpc.newBlockingStub(caller.channel())
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }

  @Override
  public synchronized void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    server.close();
  }

  /** A database that belongs to somebody else. */
  private record Shared(Database database) implements Database {
    @Override
    public Login owner() {
      return database.owner();
    }

    @Override
    public Login app() {
      return database.app();
    }

    @Override
    public void close() {
      // Whoever opened it closes it.
    }
  }

  /** Somebody who looks on, from inside of the watch for handlers. */
  private record Watched(Telemetry telemetry, HandlerWatch handlers) implements Telemetry {
    @Override
    public Meter meter() {
      return telemetry.meter();
    }

    @Override
    public void observe(ServerBuilder<?> server) {
      telemetry.observe(server);
      // Who is added last sees a call first.
      server.intercept(handlers);
    }

    @Override
    public void close() {
      // Whoever opened it may still want to ask it.
    }
  }
}
