package io.denizen.persistence.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

final class MyBatisApplications implements Applications {

  private final RowReader<ApplicationSql, ApplicationRow, Application> read;
  private final Lookup<ApplicationId, Application> byId;
  private final Lookup<ApplicationId, Application> byIdIncludingDeleted;

  MyBatisApplications(Database database) {
    this.read = new RowReader<>(database, ApplicationSql.class, ApplicationRow::toApplication);
    this.byId = read.lookup((sql, ids) -> sql.byIds(Keys.uuids(ids)), Application::id);
    this.byIdIncludingDeleted =
        read.lookup((sql, ids) -> sql.byIdsIncludingDeleted(Keys.uuids(ids)), Application::id);
  }

  @Override
  public CompletionStage<Optional<Application>> byId(ApplicationId id) {
    return byId.one(id);
  }

  @Override
  public CompletionStage<Optional<Application>> byIdIncludingDeleted(ApplicationId id) {
    return byIdIncludingDeleted.one(id);
  }

  @Override
  public CompletionStage<Page<Application>> list(ApplicationQuery query, PageRequest page) {
    return read.many(
            sql ->
                query.includingDeleted()
                    ? sql.listIncludingDeleted(query, page)
                    : sql.list(query, page))
        .thenApply(found -> Page.of(found, page, query::cursor));
  }
}
