package io.denizen.domain.identity;

import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Images;
import io.denizen.domain.shared.Slug;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private static final IdentityId ID = new IdentityId(new UUID(0x7000L, 7));
  private static final IdentityDetails DETAILS =
      new IdentityDetails(
          new EmailAddress("Ada@example.org"), new Slug("ada"), new DisplayName("Ada"));

  private final Identity ada = Identity.create(ID, IdentityKind.PERSON, DETAILS, FIRST).after();
  private final Identity verified =
      new Identity(ID, ada.kind(), DETAILS, IdentityState.ACTIVE, true, null, ada.lifecycle());

  @Test
  void aNewIdentityIsActiveAndItsAddressUnproven() {
    Change<Identity> change = Identity.create(ID, IdentityKind.PERSON, DETAILS, FIRST);

    assertThat(change.action()).isEqualTo(new Action("identity.created"));
    assertThat(change.before()).isNull();
    assertThat(change.after().state()).isEqualTo(IdentityState.ACTIVE);
    assertThat(change.after().emailVerified()).isFalse();
    assertThat(change.after().lifecycle().version()).isEqualTo(1);
  }

  @Test
  void aProvenAddressIsVerifiedOnce() {
    Decision<Identity> decision = ada.confirmEmail(SECOND);

    assertThat(decision.outcome().emailVerified()).isTrue();
    assertThat(decision.changes()).hasSize(1);
    assertThat(verified.confirmEmail(SECOND).changes()).isEmpty();
  }

  @Test
  void aPersonNeedsAnEmailAddressAndAServiceDoesNot() {
    IdentityDetails without = DETAILS.withEmail(null);

    assertThat(refusal(() -> Identity.create(ID, IdentityKind.PERSON, without, FIRST)))
        .isEqualTo(new IdentityFailure.EmailMissing());
    assertThat(refusal(() -> ada.update(current -> without, SECOND)))
        .isEqualTo(new IdentityFailure.EmailMissing());
    assertThat(Identity.create(ID, IdentityKind.SERVICE, without, FIRST).after().details())
        .isEqualTo(without);
  }

  @Test
  void anUpdateThatChangesNothingDecidesNothing() {
    Decision<Identity> decision = ada.update(Identity::details, SECOND);

    assertThat(decision).isEqualTo(Decision.nothing(ada));
  }

  @Test
  void anUpdateChangesTheImageInTheChangedFieldsOnly() {
    Identity renamed =
        verified
            .update(current -> DETAILS.withDisplayName(new DisplayName("Countess")), SECOND)
            .outcome();

    assertThat(Images.differing(verified.image(), renamed.image()))
        .containsExactlyInAnyOrder("display_name", "update_time", "version");
  }

  @Test
  void anotherAddressIsUnprovenAndAnotherSpellingIsNotAnother() {
    Identity moved =
        verified
            .update(current -> DETAILS.withEmail(new EmailAddress("ada@example.net")), SECOND)
            .outcome();
    Identity respelled =
        verified
            .update(current -> DETAILS.withEmail(new EmailAddress("ADA@example.org")), SECOND)
            .outcome();

    assertThat(moved.emailVerified()).isFalse();
    assertThat(respelled.emailVerified()).isTrue();
  }

  @Test
  void aDeletionCanBeTakenBack() {
    Identity deleted = ada.delete(SECOND).after();
    Identity back = deleted.undelete(THIRD).after();

    assertThat(deleted.deletion()).isEqualTo(SECOND.changeSet());
    assertThat(Images.differing(ada.image(), deleted.image()))
        .containsExactlyInAnyOrder("delete_time", "deletion", "update_time", "version");
    assertThat(Images.differing(ada.image(), back.image())).isEqualTo(Images.ALWAYS);
  }

  @Test
  void whatLivesCannotBeUndeleted() {
    assertThat(refusal(() -> ada.undelete(SECOND)))
        .isEqualTo(new ResourceFailure.NotDeleted(Identity.name(ID)));
    assertThat(refusal(ada::deletion)).isEqualTo(new ResourceFailure.NotDeleted(Identity.name(ID)));
  }

  @Test
  void anImageGivesBackTheWholeIdentity() {
    Identity bare =
        Identity.create(
                ID,
                IdentityKind.SERVICE,
                new IdentityDetails(null, null, new DisplayName("bot")),
                FIRST)
            .after();

    assertThat(Identity.fromImage(verified.image())).isEqualTo(verified);
    assertThat(Identity.fromImage(bare.image())).isEqualTo(bare);
    assertThat(Identity.fromImage(ada.delete(SECOND).after().image()))
        .isEqualTo(ada.delete(SECOND).after());
  }
}
