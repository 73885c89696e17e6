package io.denizen.testkit.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.identity.IdentityQuery.Order;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Listing;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import io.denizen.testkit.shared.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The identities of a {@link Store}. */
public final class InMemoryIdentities implements Identities {

  private final Store store;
  private final Table<Identity> table;

  public InMemoryIdentities(Store store, Table<Identity> table) {
    this.store = store;
    this.table = table;
  }

  /** An empty table with the rules for identities. */
  public static Table<Identity> table() {
    return new Table<>(
        Identity.class,
        List.of(
            new UniqueKey<>(
                identity -> keyOf(identity.details().email()), new IdentityFailure.EmailTaken()),
            new UniqueKey<>(
                identity -> identity.details().slug(), new IdentityFailure.SlugTaken())));
  }

  @Override
  public CompletionStage<Optional<Identity>> byId(IdentityId id) {
    return store.alone(() -> table.findLive(id));
  }

  @Override
  public CompletionStage<Optional<Identity>> byIdIncludingDeleted(IdentityId id) {
    return store.alone(() -> table.find(id));
  }

  @Override
  public CompletionStage<List<Identity>> byIds(List<IdentityId> ids) {
    return store.alone(
        () -> table.findAll(ids).stream().filter(found -> found.lifecycle().isLive()).toList());
  }

  @Override
  public CompletionStage<List<Identity>> byIdsIncludingDeleted(List<IdentityId> ids) {
    return store.alone(() -> table.findAll(ids));
  }

  @Override
  public CompletionStage<Optional<Identity>> byEmail(EmailAddress email) {
    return store.alone(() -> table.live().filter(row -> hasEmail(row, email)).findFirst());
  }

  @Override
  public CompletionStage<Optional<Identity>> bySlug(Slug slug) {
    return store.alone(
        () -> table.live().filter(row -> slug.equals(row.details().slug())).findFirst());
  }

  @Override
  public CompletionStage<Page<Identity>> list(IdentityQuery query, PageRequest page) {
    return store.alone(
        () -> Listing.page(rows(query), query::cursor, Listing.BY_TEXT, query.descending(), page));
  }

  private Stream<Identity> rows(IdentityQuery query) {
    return (query.includingDeleted() ? table.all() : table.live())
        .filter(row -> query.order() != Order.EMAIL || row.details().email() != null)
        .filter(row -> query.kind() == null || row.kind() == query.kind())
        .filter(row -> query.state() == null || row.state() == query.state())
        .filter(row -> query.email() == null || hasEmail(row, query.email()))
        .filter(row -> query.slug() == null || query.slug().equals(row.details().slug()));
  }

  private static boolean hasEmail(Identity identity, EmailAddress email) {
    return email.key().equals(keyOf(identity.details().email()));
  }

  private static @Nullable String keyOf(@Nullable EmailAddress email) {
    return email == null ? null : email.key();
  }
}
