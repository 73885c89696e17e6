package io.denizen.application.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Together;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What sixty-four callers see who want the same at once. */
class ManyAtOnceTest {

  private static final int MANY = 64;

  private final House house = new House();
  private final Set<Identity> answers = new HashSet<>();
  private final List<Failure> refusals = new ArrayList<>();

  @Test
  void oneGetsTheEmailAndTheOthersAreTold() {
    EmailAddress email = house.fixtures.email();

    atOnce(
        number ->
            house.identities.create(
                Submission.by(house.fixtures.caller()),
                IdentityKind.PERSON,
                house.fixtures.details().withEmail(email)));

    assertThat(answers).hasSize(1);
    assertThat(refusals).hasSize(MANY - 1).containsOnly(new IdentityFailure.EmailTaken());
  }

  @Test
  void oneChangesTheVersionThatAllSawAndTheOthersAreTold() {
    Identity ada = house.person();

    atOnce(
        number ->
            house.identities.update(
                house.submission, ada.id(), 1L, seen -> house.fixtures.details()));

    assertThat(answers).hasSize(1);
    assertThat(refusals).hasSize(MANY - 1).containsOnly(new StaleVersion(ada.name()));
    assertThat(house.historyOf(ada)).containsExactly("created", "updated");
  }

  @Test
  void oneRequestSentManyTimesIsDoneOnceAndAnsweredTheSame() {
    Submission once = new Submission(house.caller, house.fixtures.request(), false);
    IdentityDetails details = house.fixtures.details();

    atOnce(number -> house.identities.create(once, IdentityKind.PERSON, details));

    assertThat(refusals).isEmpty();
    assertThat(answers).hasSize(1);
    assertThat(house.historyOf(answers.iterator().next())).containsExactly("created");
    assertThat(
            answer(
                    house.identityDirectory.list(
                        house.caller, IdentityQuery.ALL, PageRequest.first(10)))
                .items())
        .hasSize(1);
  }

  @Test
  void oneDeletionSentManyTimesIsDoneOnceAndAnsweredTheSame() {
    Identity ada = house.person();
    Submission once = new Submission(house.caller, house.fixtures.request(), false);

    atOnce(number -> house.identities.delete(once, ada.id(), 1L, false));

    assertThat(refusals).isEmpty();
    assertThat(answers).hasSize(1);
    assertThat(house.historyOf(ada)).containsExactly("created", "deleted");
  }

  private void atOnce(IntFunction<CompletionStage<Identity>> call) {
    for (CompletionStage<Identity> stage : Together.start(MANY, call)) {
      if (answer(stage.handle((value, thrown) -> thrown != null))) {
        refusals.add(refusal(stage));
      } else {
        answers.add(answer(stage));
      }
    }
  }
}
