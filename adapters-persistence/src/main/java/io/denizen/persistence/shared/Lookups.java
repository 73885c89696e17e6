package io.denizen.persistence.shared;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.denizen.persistence.shared.Lookup.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.ibatis.session.SqlSession;

/** Where lookups of all kinds wait for their turn. */
final class Lookups {

  /** Questions that are taken at once. */
  private static final int MOST = 256;

  /** Keys of a statement, but for those that its last question adds. */
  private static final int MANY_KEYS = 1_000;

  private final Database database;
  private final Lane<Question<?, ?>> lane;

  Lookups(Database database, int threads) {
    this.database = database;
    this.lane = database.lane("lookup", threads, MOST, this::answer);
  }

  <K, A> CompletionStage<List<A>> ask(Lookup<K, A> lookup, Set<K> keys) {
    Question<K, A> question = new Question<>(database.caller(), lookup, keys);
    lane.submit(question);
    return question.answer();
  }

  private void answer(List<Question<?, ?>> questions) {
    questions.stream()
        .collect(groupingBy(Question::lookup, LinkedHashMap::new, toList()))
        .forEach(this::answer);
  }

  private void answer(Lookup<?, ?> lookup, List<Question<?, ?>> questions) {
    List<Question<?, ?>> together = new ArrayList<>();
    int keys = 0;
    for (Question<?, ?> question : questions) {
      together.add(question);
      keys += question.keys().size();
      if (keys >= MANY_KEYS) {
        answerTogether(lookup, together);
        together.clear();
        keys = 0;
      }
    }
    if (!together.isEmpty()) {
      answerTogether(lookup, together);
    }
  }

  private void answerTogether(Lookup<?, ?> lookup, List<Question<?, ?>> questions) {
    try (SqlSession session = database.open()) {
      lookup.answer(questions, session);
    } catch (RuntimeException failed) {
      if (SqlErrors.isOutage(failed)) {
        throw failed;
      }
      if (questions.size() == 1) {
        questions.getFirst().refuse(failed);
      } else {
        // A row that nobody can read is the trouble of those alone who ask for it.
        questions.forEach(question -> answerTogether(lookup, List.of(question)));
      }
    }
  }
}
