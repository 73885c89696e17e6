package io.denizen.persistence.shared;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads rows and makes of them what they are rows of.
 *
 * @param sql the interface with the queries
 */
public record RowReader<S, R, A>(Database database, Class<S> sql, Function<R, A> fromRow) {

  /** A query of its own. */
  public CompletionStage<List<A>> many(Function<S, List<R>> query) {
    return database.read(session -> find(query, session.getMapper(sql)));
  }

  /**
   * A query that answers all who ask at the same time.
   *
   * @param query finds the rows under keys, each of which is given once; may find others, too
   * @param key what something is found under
   */
  public <K> Lookup<K, A> lookup(BiFunction<S, List<K>, List<R>> query, Function<A, K> key) {
    return database.lookup(
        (session, keys) -> find(each -> query.apply(each, keys), session.getMapper(sql)), key);
  }

  private List<A> find(Function<S, List<R>> query, S mapper) {
    return query.apply(mapper).stream().map(fromRow).toList();
  }
}
