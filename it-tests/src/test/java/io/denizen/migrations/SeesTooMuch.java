package io.denizen.migrations;

import java.util.List;

/** Breaks the arrows of the house: sees every module and library that its module must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.hashing.PasswordHasher.class,
          org.bouncycastle.crypto.generators.SCrypt.class,
          io.denizen.benchmarks.Benchmark.class,
          org.HdrHistogram.Histogram.class,
          io.denizen.domain.identity.Identity.class,
          io.denizen.application.identity.IdentityLifecycle.class,
          io.denizen.identity.v1.Identity.class,
          io.denizen.testkit.InMemoryDenizen.class,
          io.denizen.persistence.PostgresPersistence.class,
          io.denizen.grpc.GrpcEndpoints.class,
          io.denizen.server.DenizenServer.class,
          org.apache.ibatis.session.SqlSession.class,
          com.zaxxer.hikari.HikariDataSource.class,
          io.opentelemetry.api.metrics.Meter.class,
          com.github.f4b6a3.uuid.UuidCreator.class,
          tools.jackson.databind.JsonNode.class,
          io.grpc.Channel.class,
          com.google.protobuf.Message.class,
          com.google.common.util.concurrent.ListenableFuture.class,
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.class,
          picocli.CommandLine.class,
          me.tongfei.progressbar.ProgressBar.class,
          ch.qos.logback.classic.Logger.class,
          org.junit.jupiter.api.Test.class,
          org.assertj.core.api.Assertions.class);

  private SeesTooMuch() {}
}
