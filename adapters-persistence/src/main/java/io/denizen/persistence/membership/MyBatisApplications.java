package io.denizen.persistence.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.RowReader;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

final class MyBatisApplications implements Applications {

  private final RowReader<ApplicationSql, ApplicationRow, Application> read;

  MyBatisApplications(Database database) {
    this.read = new RowReader<>(database, ApplicationSql.class, ApplicationRow::toApplication);
  }

  @Override
  public CompletionStage<Optional<Application>> byId(ApplicationId id) {
    return read.one(sql -> sql.byId(id));
  }

  @Override
  public CompletionStage<Optional<Application>> byIdIncludingDeleted(ApplicationId id) {
    return read.one(sql -> sql.byIdIncludingDeleted(id));
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
