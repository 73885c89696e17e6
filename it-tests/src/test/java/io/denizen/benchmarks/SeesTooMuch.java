package io.denizen.benchmarks;

import java.util.List;

/** Breaks the arrows of the house: sees every module and library that its module must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          io.denizen.hashing.PasswordHasher.class,
          org.bouncycastle.crypto.generators.SCrypt.class,
          io.denizen.domain.identity.Identity.class,
          io.denizen.application.identity.IdentityLifecycle.class,
          io.denizen.testkit.InMemoryDenizen.class,
          io.denizen.migrations.Migrations.class,
          io.denizen.persistence.PostgresPersistence.class,
          io.denizen.grpc.GrpcEndpoints.class,
          liquibase.Liquibase.class,
          org.apache.ibatis.session.SqlSession.class,
          com.zaxxer.hikari.HikariDataSource.class,
          com.github.f4b6a3.uuid.UuidCreator.class,
          tools.jackson.databind.JsonNode.class,
          com.google.common.util.concurrent.ListenableFuture.class,
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.class,
          me.tongfei.progressbar.ProgressBar.class,
          io.opentelemetry.api.OpenTelemetry.class,
          org.slf4j.Logger.class,
          ch.qos.logback.classic.Logger.class,
          org.junit.jupiter.api.Test.class,
          org.assertj.core.api.Assertions.class);

  private SeesTooMuch() {}
}
