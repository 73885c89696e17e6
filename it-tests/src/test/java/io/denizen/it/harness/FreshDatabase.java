package io.denizen.it.harness;

import io.denizen.migrations.Migrations;
import io.denizen.server.database.AppPassword;
import io.denizen.server.database.Database;
import io.denizen.server.database.Login;
import java.util.Objects;
import java.util.UUID;

/** An empty database of its own name, dropped when it is closed. */
record FreshDatabase(Login admin, String name, String appPassword) implements Database {

  static FreshDatabase on(PostgresServer server) {
    String name = "denizen_it_" + UUID.randomUUID().toString().replace("-", "");
    new Sql(server.admin()).run("CREATE DATABASE " + name + " TEMPLATE template0");
    String owner = Objects.requireNonNullElse(server.admin().password(), "");
    return new FreshDatabase(server.admin(), name, AppPassword.derivedFrom(owner));
  }

  @Override
  public Login owner() {
    return new Login(url(), admin.user(), admin.password());
  }

  /**
   * The role belongs to the whole server, so its password is what {@code denizen serve} would give
   * it there.
   */
  @Override
  public Login app() {
    return new Login(url(), Migrations.APP_ROLE, appPassword);
  }

  @Override
  public void close() {
    new Sql(admin).run("DROP DATABASE " + name + " WITH (FORCE)");
  }

  private String url() {
    return admin.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
  }
}
