package io.denizen.persistence.shared;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows and makes of them what they are rows of.
 *
 * @param sql the interface with the queries
 */
public record RowReader<S, R, A>(Database database, Class<S> sql, Function<R, A> fromRow) {

  public CompletionStage<Optional<A>> one(Function<S, @Nullable R> query) {
    return database.read(
        session -> Optional.ofNullable(query.apply(session.getMapper(sql))).map(fromRow));
  }

  public CompletionStage<List<A>> many(Function<S, List<R>> query) {
    return database.read(
        session -> query.apply(session.getMapper(sql)).stream().map(fromRow).toList());
  }
}
