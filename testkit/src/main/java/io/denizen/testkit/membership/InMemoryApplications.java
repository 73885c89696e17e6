package io.denizen.testkit.membership;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The applications of a {@link Store}. */
public final class InMemoryApplications implements Applications {

  private final Store store;
  private final Table<Application> table;

  public InMemoryApplications(Store store, Table<Application> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for applications. */
  public static Table<Application> table() {
    return new Table<>(
        Application.class,
        List.of(
            new UniqueKey<>(
                application -> application.details().slug(), new ApplicationFailure.SlugTaken())));
  }

  @Override
  public CompletionStage<Optional<Application>> byId(ApplicationId id) {
    return store.alone(() -> table.findLive(id));
  }

  @Override
  public CompletionStage<Optional<Application>> byIdIncludingDeleted(ApplicationId id) {
    return store.alone(() -> table.find(id));
  }

  @Override
  public CompletionStage<Page<Application>> list(ApplicationQuery query, PageRequest page) {
    return store.alone(
        () -> Listing.page(rows(query), query::cursor, Listing.BY_TEXT, query.descending(), page));
  }

  private Stream<Application> rows(ApplicationQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(row -> query.slug() == null || query.slug().equals(row.details().slug()));
  }
}
