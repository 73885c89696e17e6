package io.denizen.application.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.StoreFailure;
import io.denizen.testkit.identity.IdentityChanges;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IdentityDirectoryTest {

  private final House house = new House();
  private final Identity ada = house.person();
  private final Identity grace = house.person();

  @Test
  void allOfManyAreAnsweredInTheOrderAskedForEvenTwice() {
    List<IdentityId> ids = List.of(grace.id(), ada.id(), grace.id());

    assertThat(answer(house.identityDirectory.getAll(house.caller, ids, false)))
        .containsExactly(grace, ada, grace);
  }

  @Test
  void allOfManyAreAnsweredOrNoneNamingTheFirstThatIsMissing() {
    IdentityId nobody = house.fixtures.identityId();
    Identity deleted = answer(house.identities.delete(house.submission, grace.id(), null, false));
    List<IdentityId> ids = List.of(ada.id(), grace.id(), nobody);

    assertThat(refusal(house.identityDirectory.getAll(house.caller, ids, false)))
        .isEqualTo(new IdentityFailure.NotFound(grace.id()));
    assertThat(refusal(house.identityDirectory.getAll(house.caller, ids, true)))
        .isEqualTo(new IdentityFailure.NotFound(nobody));
    assertThat(
            answer(
                house.identityDirectory.getAll(house.caller, List.of(ada.id(), grace.id()), true)))
        .containsExactly(ada, deleted);
  }

  @Test
  void someoneIsFoundByEmailWhateverTheCaseAndBySlug() {
    EmailAddress shouted =
        new EmailAddress(IdentityChanges.email(ada).value().toUpperCase(Locale.ROOT));

    assertThat(answer(house.identityDirectory.byEmail(house.caller, shouted))).isEqualTo(ada);
    assertThat(answer(house.identityDirectory.bySlug(house.caller, IdentityChanges.slug(ada))))
        .isEqualTo(ada);
  }

  @Test
  void whoIsDeletedIsNotFound() {
    answer(house.identities.delete(house.submission, ada.id(), null, false));

    assertThat(refusal(house.identityDirectory.get(house.caller, ada.id(), false)))
        .isEqualTo(new IdentityFailure.NotFound(ada.id()));
    assertThat(refusal(house.identityDirectory.byEmail(house.caller, IdentityChanges.email(ada))))
        .isEqualTo(new IdentityFailure.NoneWith("email"));
    assertThat(refusal(house.identityDirectory.bySlug(house.caller, IdentityChanges.slug(ada))))
        .isEqualTo(new IdentityFailure.NoneWith("slug"));
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() {
    Page<Identity> first = page(PageRequest.first(1));
    Page<Identity> second = page(new PageRequest(1, first.next()));

    assertThat(first.items()).containsExactly(ada);
    assertThat(second.items()).containsExactly(grace);
    assertThat(second.next()).isNull();
  }

  @Test
  void aStoreThatDoesNotAnswerIsToldOf() {
    house.store.setAvailable(false);

    assertThat(refusal(house.identityDirectory.get(house.caller, ada.id(), false)))
        .isEqualTo(new StoreFailure.Unavailable());
  }

  private Page<Identity> page(PageRequest request) {
    return answer(house.identityDirectory.list(house.caller, IdentityQuery.ALL, request));
  }
}
