package io.denizen.server;

import java.util.List;

/** Breaks the arrows of the house: sees every module and library that its module must not. */
final class SeesTooMuch {
  static final List<Class<?>> SEEN =
      List.of(
          org.bouncycastle.crypto.generators.SCrypt.class,
          io.denizen.benchmarks.Benchmark.class,
          org.HdrHistogram.Histogram.class,
          io.denizen.testkit.InMemoryDenizen.class,
          org.apache.ibatis.session.SqlSession.class,
          com.zaxxer.hikari.HikariDataSource.class,
          com.github.f4b6a3.uuid.UuidCreator.class,
          liquibase.Liquibase.class,
          com.google.common.util.concurrent.ListenableFuture.class,
          org.junit.jupiter.api.Test.class,
          org.assertj.core.api.Assertions.class);

  private SeesTooMuch() {}
}
