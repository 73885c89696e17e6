package io.denizen.testkit.shared;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.TypedId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind of aggregate, deleted ones too, with the rules that PostgreSQL holds for
 * them: versions, unique keys, and that what lives has live parents. To be used within {@link
 * Store#alone}.
 */
public final class Table<A extends Audited> {

  private final Class<A> type;
  private final List<UniqueKey<A>> uniqueKeys;
  private final List<Parent<A>> parents = new ArrayList<>();
  private final List<Keys<A, ?>> keys = new ArrayList<>();
  private final List<Predicate<A>> isNeeded = new ArrayList<>();
  private final List<Predicate<ResourceName>> hasLiveChildren = new ArrayList<>();
  private final NavigableMap<UUID, A> rows = new TreeMap<>(Listing.UUID_ORDER);

  public Table(Class<A> type, List<UniqueKey<A>> uniqueKeys) {
    this.type = type;
    this.uniqueKeys = List.copyOf(uniqueKeys);
  }

  /** Makes the rows of this table need live rows of another (or of itself). */
  public Table<A> needing(Table<?> parent, Function<A, @Nullable ResourceName> name) {
    parents.add(new Parent<>(parent, name));
    parent.hasLiveChildren.add(gone -> live().anyMatch(row -> gone.equals(name.apply(row))));
    return this;
  }

  /**
   * Makes the rows of this table need live rows of another (or of itself), by another key than
   * their names.
   *
   * @param key of a row of the other
   * @param needed the keys that a row of this one needs
   */
  public <P extends Audited> Table<A> needingAll(
      Table<P> parent, Function<P, Object> key, Function<A, ? extends List<?>> needed) {
    keys.add(new Keys<>(parent, key, needed));
    parent.isNeeded.add(
        gone -> live().anyMatch(row -> needed.apply(row).contains(key.apply(gone))));
    return this;
  }

  Class<A> type() {
    return type;
  }

  /** A row, live or deleted. */
  public Optional<A> find(TypedId id) {
    return Optional.ofNullable(rows.get(id.value()));
  }

  public Optional<A> findLive(TypedId id) {
    return find(id).filter(row -> row.lifecycle().isLive());
  }

  /** Those of the rows that there are, live or deleted, each once. */
  public List<A> findAll(List<? extends TypedId> ids) {
    return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
  }

  /** Every row, deleted ones too, by id. */
  public Stream<A> all() {
    return rows.values().stream();
  }

  public Stream<A> live() {
    return all().filter(row -> row.lifecycle().isLive());
  }

  /** What the row needs to be live, as far as it was ever there, whether live or deleted. */
  public Stream<Audited> parentsOf(A row) {
    return parents.stream().flatMap(parent -> parent.of(row).stream());
  }

  /** Makes a change, or throws why not. */
  public void write(Change<?> change, Transaction transaction) {
    A next = type.cast(change.after());
    A current = rows.get(next.id().value());
    if (version(current) != version(change.before())) {
      throw new StaleVersion(next.name()).asException();
    }
    uniqueKeys.forEach(unique -> unique.check(current, next));
    if (next.lifecycle().isLive()) {
      parents.forEach(parent -> parent.check(next));
      keys.forEach(needed -> needed.check(next));
    } else if (isNeeded(next)) {
      throw new StaleVersion(next.name()).asException();
    }
    replace(current, next);
    transaction.onRollback(() -> replace(next, current));
  }

  /** Replaces what is not audited of a live row, if that is there; its version stays. */
  public void note(TypedId id, UnaryOperator<A> noting) {
    findLive(id).ifPresent(row -> replace(row, noting.apply(row)));
  }

  private boolean isNeeded(A gone) {
    return hasLiveChildren.stream().anyMatch(among -> among.test(gone.name()))
        || isNeeded.stream().anyMatch(among -> among.test(gone));
  }

  private void replace(@Nullable A current, @Nullable A next) {
    if (current != null) {
      rows.remove(current.id().value());
      uniqueKeys.forEach(unique -> unique.remove(current));
    }
    if (next != null) {
      rows.put(next.id().value(), next);
      uniqueKeys.forEach(unique -> unique.add(next));
    }
  }

  private Optional<A> find(ResourceName name) {
    return Optional.ofNullable(rows.get(name.id())).filter(row -> row.name().equals(name));
  }

  private static long version(@Nullable Audited row) {
    return row == null ? 0 : row.lifecycle().version();
  }

  private record Parent<A>(Table<?> table, Function<A, @Nullable ResourceName> name) {

    Optional<? extends Audited> of(A child) {
      ResourceName parent = name.apply(child);
      return parent == null ? Optional.empty() : table.find(parent);
    }

    void check(A child) {
      ResourceName parent = name.apply(child);
      if (parent != null && of(child).filter(row -> row.lifecycle().isLive()).isEmpty()) {
        throw new StaleVersion(parent).asException();
      }
    }
  }

  private record Keys<A extends Audited, P extends Audited>(
      Table<P> table, Function<P, Object> key, Function<A, ? extends List<?>> needed) {

    void check(A child) {
      List<?> wanted = needed.apply(child);
      if (!wanted.isEmpty()
          && !table.live().map(key).collect(Collectors.toSet()).containsAll(wanted)) {
        throw new StaleVersion(child.name()).asException();
      }
    }
  }
}
