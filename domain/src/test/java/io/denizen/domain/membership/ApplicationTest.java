package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.membership.Samples.team;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.shared.Images;
import io.denizen.domain.shared.Slug;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationTest {

  private static final Dependents NONE = Dependents.of(List.of());

  private final Application shop = Samples.application();

  @Test
  void anUpdateChangesTheImageInTheChangedFieldsOnly() {
    Application renamed =
        shop.update(current -> current.details().withSlug(new Slug("store")), SECOND).outcome();

    assertThat(Images.differing(shop.image(), renamed.image()))
        .containsExactlyInAnyOrder("slug", "update_time", "version");
  }

  @Test
  void anUpdateThatChangesNothingDecidesNothing() {
    assertThat(shop.update(Application::details, SECOND)).isEqualTo(Decision.nothing(shop));
  }

  @Test
  void whatIsNotEmptyIsDeletedOnlyByForce() {
    ApplicationFailure refused = new ApplicationFailure.HasChildren(APPLICATION);

    assertThat(
            refusal(
                () ->
                    shop.delete(
                        new Dependents(List.of(team(1, null)), List.of(), List.of()),
                        false,
                        SECOND)))
        .isEqualTo(refused);
    assertThat(
            refusal(() -> shop.delete(Dependents.of(List.of(membership(1, null))), false, SECOND)))
        .isEqualTo(refused);
    assertThat(shop.delete(NONE, false, SECOND).outcome().lifecycle().isLive()).isFalse();
  }

  @Test
  void aDeletionCanBeTakenBack() {
    Application deleted = shop.delete(NONE, false, SECOND).outcome();
    Application back = deleted.undelete(NONE, THIRD).outcome();

    assertThat(deleted.deletion()).isEqualTo(SECOND.changeSet());
    assertThat(Images.differing(shop.image(), back.image())).isEqualTo(Images.ALWAYS);
  }

  @Test
  void whatLivesCannotBeUndeleted() {
    ResourceFailure refused = new ResourceFailure.NotDeleted(Application.name(APPLICATION));

    assertThat(refusal(() -> shop.undelete(NONE, SECOND))).isEqualTo(refused);
    assertThat(refusal(shop::deletion)).isEqualTo(refused);
  }

  @Test
  void anImageGivesBackTheWholeApplication() {
    Application deleted = shop.delete(NONE, false, SECOND).outcome();

    assertThat(Application.fromImage(shop.image())).isEqualTo(shop);
    assertThat(Application.fromImage(deleted.image())).isEqualTo(deleted);
  }
}
