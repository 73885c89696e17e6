package io.denizen.domain.shared;

import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LifecycleTest {

  private final Lifecycle born = Lifecycle.begin(FIRST);

  @Test
  void everyChangeCountsTheVersionUpAndKeepsTheTimeOfCreation() {
    Lifecycle last = born.changed(SECOND).deleted(SECOND).undeleted(THIRD);

    assertThat(last).isEqualTo(new Lifecycle(FIRST.time(), THIRD.time(), null, null, 4));
  }

  @Test
  void aDeletionIsRememberedUntilItIsTakenBack() {
    assertThat(born.deleted(SECOND).isLive()).isFalse();
    assertThat(born.deleted(SECOND).deletion()).isEqualTo(SECOND.changeSet());
    assertThat(born.deleted(SECOND).undeleted(THIRD).deletion()).isNull();
  }

  @Test
  void anImageGivesBackTheWholeOfIt() {
    for (Lifecycle lifecycle : new Lifecycle[] {born, born.deleted(SECOND)}) {
      Document.Builder image = Document.builder();
      lifecycle.describe(image);
      assertThat(Lifecycle.fromImage(image.build())).isEqualTo(lifecycle);
    }
  }

  @Test
  void whatIsDeletedHasBothATimeAndAChangeSetForIt() {
    assertThatThrownBy(() -> new Lifecycle(FIRST.time(), FIRST.time(), FIRST.time(), null, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lifecycle(FIRST.time(), FIRST.time(), null, FIRST.changeSet(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lifecycle(FIRST.time(), FIRST.time(), null, null, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
