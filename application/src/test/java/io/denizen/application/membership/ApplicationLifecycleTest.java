package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.JournalFailure;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Team;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationLifecycleTest {

  private final House house = new House();
  private final Application shop = house.application();

  @Test
  void aSlugIsTakenUntilItsApplicationIsDeleted() {
    ApplicationDetails same = house.applicationDetails().withSlug(shop.details().slug());

    assertThat(refusal(house.applications.create(house.submission, same)))
        .isEqualTo(new ApplicationFailure.SlugTaken());
    answer(house.applications.delete(house.submission, shop.id(), null, false));
    answer(house.applications.create(house.submission, same));
    assertThat(refusal(house.applications.undelete(house.submission, shop.id(), null)))
        .isEqualTo(new ApplicationFailure.SlugTaken());
  }

  @Test
  void anUpdateLeavesOneEventAndOneThatChangesNothingLeavesNone() {
    Application renamed =
        answer(
            house.applications.update(
                house.submission,
                shop.id(),
                1L,
                current -> current.details().withDisplayName(new DisplayName("Store"))));
    Application same =
        answer(house.applications.update(house.submission, shop.id(), 2L, Application::details));

    assertThat(same).isEqualTo(renamed);
    assertThat(house.historyOf(shop)).containsExactly("created", "updated");
    assertThat(
            refusal(
                house.applications.update(house.submission, shop.id(), 1L, Application::details)))
        .isEqualTo(new JournalFailure.StaleVersion(shop.name()));
  }

  @Test
  void whatIsNotEmptyIsDeletedOnlyByForceAndComesBackWhole() {
    Team top = house.team(shop, null);
    Team inner = house.team(shop, top);
    Identity ada = house.person();
    Membership inTeam = house.membership(ada, shop, inner);
    Membership inShop = house.membership(ada, shop, null);

    assertThat(refusal(house.applications.delete(house.submission, shop.id(), null, false)))
        .isEqualTo(new ApplicationFailure.HasChildren(shop.id()));
    answer(house.applications.delete(house.submission, shop.id(), null, true));
    assertThat(house.historyOf(inner)).containsExactly("created", "deleted");
    answer(house.applications.undelete(house.submission, shop.id(), null));

    for (Audited resource : List.of(shop, top, inner, inTeam, inShop)) {
      assertThat(house.historyOf(resource)).containsExactly("created", "deleted", "undeleted");
    }
  }

  @Test
  void whatWasDeletedBeforeTheApplicationStaysDeleted() {
    Team gone = house.team(shop, null);
    answer(house.teams.delete(house.submission, shop.id(), gone.id(), null, false));
    answer(house.applications.delete(house.submission, shop.id(), null, false));

    answer(house.applications.undelete(house.submission, shop.id(), null));

    assertThat(house.historyOf(gone)).containsExactly("created", "deleted");
  }

  @Test
  void anApplicationThatIsNotThereIsNotFound() {
    ApplicationId nobody = new ApplicationId(house.store.ids().next());
    ApplicationFailure notFound = new ApplicationFailure.NotFound(nobody);

    assertThat(refusal(house.applicationDirectory.get(house.caller, nobody, true)))
        .isEqualTo(notFound);
    assertThat(
            refusal(
                house.applications.update(house.submission, nobody, null, Application::details)))
        .isEqualTo(notFound);
    assertThat(refusal(house.applications.delete(house.submission, nobody, null, true)))
        .isEqualTo(notFound);
    assertThat(refusal(house.applications.undelete(house.submission, nobody, null)))
        .isEqualTo(notFound);
  }

  @Test
  void aListLeavesDeletedOnesOut() {
    Application other = house.application();
    answer(house.applications.delete(house.submission, shop.id(), null, false));

    assertThat(
            answer(
                    house.applicationDirectory.list(
                        house.caller, ApplicationQuery.ALL, PageRequest.first(10)))
                .items())
        .containsExactly(other);
  }
}
