package io.denizen.it.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one server and one Denizen on it for all tests, and stops them after the last. */
final class SharedDenizen implements ParameterResolver {
  private static final int POOL_SIZE = 10;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestDenizen.class || type == PostgresServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Store all = test.getRoot().getStore(Namespace.create(SharedDenizen.class));
    PostgresServer postgresql =
        all.computeIfAbsent(
            PostgresServer.class, type -> PostgresServer.start(), PostgresServer.class);
    return parameter.getParameter().getType() == PostgresServer.class
        ? postgresql
        : all.computeIfAbsent(
            TestDenizen.class,
            type -> TestDenizen.onFreshDatabase(postgresql, POOL_SIZE),
            TestDenizen.class);
  }
}
