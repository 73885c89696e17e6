package io.denizen.testkit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.StoreFailure.Unavailable;
import io.denizen.testkit.shared.Fixtures;
import org.junit.jupiter.api.Test;

/** What the store in memory can do besides obeying the contracts. */
final class InMemoryDenizenTest {

  private final InMemoryDenizen denizen = new InMemoryDenizen();
  private final Fixtures fixtures = new Fixtures(denizen.ids());

  @Test
  void failsEveryReadAndWriteWhileItIsNotAvailable() {
    Identity person = fixtures.person(fixtures.occasion());
    denizen.setAvailable(false);

    assertThat(refusal(denizen.journal().commit(creation(person)))).isEqualTo(new Unavailable());
    assertThat(refusal(denizen.journal().rehearse(creation(person)))).isEqualTo(new Unavailable());
    assertThat(refusal(denizen.identities().byId(person.id()))).isEqualTo(new Unavailable());
    assertThat(refusal(denizen.requests().find(fixtures.actor(), denizen.ids().next())))
        .isEqualTo(new Unavailable());
  }

  @Test
  void hasWrittenNothingOfWhatItFailedAndGoesOnAfterwards() {
    Identity person = fixtures.person(fixtures.occasion());
    denizen.setAvailable(false);
    refusal(denizen.journal().commit(creation(person)));

    denizen.setAvailable(true);

    assertThat(answer(denizen.identities().byId(person.id()))).isEmpty();
    answer(denizen.journal().commit(creation(person)));
    assertThat(answer(denizen.identities().byId(person.id()))).contains(person);
  }

  @Test
  void isEmptyAtFirstAndSharesNothingWithAnother() {
    answer(denizen.journal().commit(creation(fixtures.person(fixtures.occasion()))));

    assertThat(
            answer(new InMemoryDenizen().identities().list(IdentityQuery.ALL, PageRequest.first(1)))
                .items())
        .isEmpty();
  }

  private ChangeSet creation(Identity person) {
    Occasion occasion = fixtures.occasion();
    return ChangeSet.of(occasion, fixtures.caller(), null, Decision.of(Change.created(person)));
  }
}
