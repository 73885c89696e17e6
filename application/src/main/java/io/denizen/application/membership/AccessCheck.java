package io.denizen.application.membership;

import io.denizen.domain.audit.Caller;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.Standing;
import io.denizen.domain.membership.Standings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Answers who may do what, where, now. To ask about what is not there is no failure: the answer is
 * no. Every method is told who asks; until there are permissions to check, everybody may.
 *
 * <p>Any method may complete with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public final class AccessCheck {

  private final Standings standings;
  private final Clock clock;

  /**
   * Only reads.
   *
   * @param clock decides whether a membership has begun or is over
   */
  public AccessCheck(Standings standings, Clock clock) {
    this.standings = standings;
    this.clock = clock;
  }

  /** One question. */
  public CompletionStage<AccessAnswer> check(Caller caller, AccessQuestion question) {
    return standings
        .of(question)
        .thenApply(standing -> standing.answer(question.scope(), clock.instant()));
  }

  /** Many questions (AIP-231), answered in their order. */
  public CompletionStage<List<AccessAnswer>> checkAll(
      Caller caller, List<AccessQuestion> questions) {
    return standings.of(questions).thenApply(found -> answers(questions, found));
  }

  private List<AccessAnswer> answers(List<AccessQuestion> questions, List<Standing> found) {
    Instant now = clock.instant();
    List<AccessAnswer> answers = new ArrayList<>(questions.size());
    for (int i = 0; i < questions.size(); i++) {
      answers.add(found.get(i).answer(questions.get(i).scope(), now));
    }
    return answers;
  }
}
