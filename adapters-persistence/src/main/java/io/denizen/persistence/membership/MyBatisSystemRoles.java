package io.denizen.persistence.membership;

import io.denizen.domain.membership.SystemRoleGrant;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.RowReader;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

final class MyBatisSystemRoles implements SystemRoles {

  private final RowReader<SystemRoleSql, SystemRoleRow, SystemRoleGrant> read;

  MyBatisSystemRoles(Database database) {
    this.read = new RowReader<>(database, SystemRoleSql.class, SystemRoleRow::toGrant);
  }

  @Override
  public CompletionStage<List<SystemRoleGrant>> all() {
    return read.many(SystemRoleSql::all)
        .thenApply(
            found -> found.stream().sorted(Comparator.comparing(SystemRoleGrant::role)).toList());
  }
}
