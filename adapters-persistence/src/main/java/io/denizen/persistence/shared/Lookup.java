package io.denizen.persistence.shared;

import static java.util.stream.Collectors.groupingBy;

import io.denizen.domain.shared.CallerScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;

/**
 * Finds what is kept under keys. Callers who ask at the same time share a statement; it starts
 * after each of them has asked, so each sees whatever was committed before.
 *
 * @param <K> a key that is equal to that of what is found under it
 */
public final class Lookup<K, A> {

  private final Lookups lookups;
  private final Query<K, A> query;
  private final Function<A, K> key;

  Lookup(Lookups lookups, Query<K, A> query, Function<A, K> key) {
    this.lookups = lookups;
    this.query = query;
    this.key = key;
  }

  /** What is there under a key that nothing else has. */
  public CompletionStage<Optional<A>> one(K wanted) {
    return many(wanted).thenApply(found -> found.stream().findFirst());
  }

  /** All that is there under a key, in the order of the query. */
  public CompletionStage<List<A>> many(K wanted) {
    return all(List.of(wanted));
  }

  /** All that is there under any of the keys, which may repeat themselves; each once. */
  public CompletionStage<List<A>> all(List<K> wanted) {
    return lookups.ask(this, new LinkedHashSet<>(wanted));
  }

  /**
   * Answers all with one statement.
   *
   * @param asked all of this lookup
   */
  @SuppressWarnings("unchecked")
  void answer(List<Question<?, ?>> asked, SqlSession session) {
    List<Question<K, A>> questions = (List<Question<K, A>>) (List<?>) asked;
    Set<K> keys = new LinkedHashSet<>();
    questions.forEach(question -> keys.addAll(question.keys()));
    Map<K, List<A>> found =
        query.find(session, List.copyOf(keys)).stream().collect(groupingBy(key));
    for (Question<K, A> question : questions) {
      List<A> answer = new ArrayList<>();
      question.keys().forEach(wanted -> answer.addAll(found.getOrDefault(wanted, List.of())));
      question.complete(answer);
    }
  }

  /** Finds what is there under the keys, each of which is given once. */
  public interface Query<K, A> {
    List<A> find(SqlSession session, List<K> keys);
  }

  /** What one caller asks. */
  static final class Question<K, A> extends Call<List<A>> {

    private final Lookup<K, A> lookup;
    private final Set<K> keys;

    Question(CallerScope.Captured caller, Lookup<K, A> lookup, Set<K> keys) {
      super(caller);
      this.lookup = lookup;
      this.keys = keys;
    }

    Lookup<K, A> lookup() {
      return lookup;
    }

    Set<K> keys() {
      return keys;
    }
  }
}
