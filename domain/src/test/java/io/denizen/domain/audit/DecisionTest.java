package io.denizen.domain.audit;

import static io.denizen.domain.shared.Occasions.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static Application application(int number) {
    return Application.create(
            new ApplicationId(new UUID(0x7000L, number)),
            new ApplicationDetails(
                new Slug("a-" + number), new DisplayName("A"), new Description("")),
            FIRST)
        .after();
  }

  @Test
  void whatItReliesOnIsAddedToWhatItReliedOn() {
    Decision<Application> decision =
        Decision.nothing(application(1))
            .relyingOn(List.of(application(2)))
            .relyingOn(List.of(application(3)));

    assertThat(decision.observed()).containsExactly(application(2), application(3));
  }
}
