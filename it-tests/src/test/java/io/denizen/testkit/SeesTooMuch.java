package io.denizen.testkit;

import java.util.List;

/** Breaks the arrows of the house: sees every module and library that its module must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.hashing.PasswordHasher.class,
          org.bouncycastle.crypto.generators.SCrypt.class,
          io.denizen.benchmarks.Benchmark.class,
          org.HdrHistogram.Histogram.class,
          io.denizen.application.identity.IdentityLifecycle.class,
          io.denizen.identity.v1.Identity.class,
          io.denizen.migrations.Migrations.class,
          io.denizen.persistence.PostgresPersistence.class,
          io.denizen.grpc.GrpcEndpoints.class,
          io.denizen.server.DenizenServer.class,
          java.sql.Connection.class,
          org.apache.ibatis.session.SqlSession.class,
          com.zaxxer.hikari.HikariDataSource.class,
          com.github.f4b6a3.uuid.UuidCreator.class,
          tools.jackson.databind.JsonNode.class,
          liquibase.Liquibase.class,
          io.grpc.Channel.class,
          com.google.protobuf.Message.class,
          com.google.common.util.concurrent.ListenableFuture.class,
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.class,
          picocli.CommandLine.class,
          me.tongfei.progressbar.ProgressBar.class,
          org.slf4j.Logger.class,
          io.opentelemetry.api.metrics.Meter.class,
          ch.qos.logback.classic.Logger.class);

  private SeesTooMuch() {}
}
