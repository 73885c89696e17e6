package io.denizen.application.credential;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.credential.Credential;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.credential.KeptPassword;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignIn;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.identity.SignIns;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.credential.QuickHashing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever signed in with the old password is out. */
class PasswordChangeTest {

  private final CredentialHouse house = new CredentialHouse();
  private final Identity ada = house.house.person();
  private final Occasion occasion = house.house.fixtures.occasion();
  private final Way one = way();
  private final Way other = way();
  private final Way over =
      new Way(house.house.fixtures.identityId(), Lifecycle.begin(occasion), false);

  @Test
  void allOpenSignInsEndInTheSameChange() {
    assertThat(decide(null).changes())
        .extracting(change -> change.action().value())
        .containsExactly(
            "credential.created",
            "way.password_changed",
            "way.password_changed",
            "way.password_changed");
  }

  @Test
  void theOneThatIsKeptStaysOpen() {
    assertThat(decide(one.name()).changes())
        .extracting(change -> change.after().name())
        .containsExactly(Credential.name(ada.id()), other.name(), over.name());
  }

  @Test
  void theOneThatIsKeptHasToStayOpenUntilThen() {
    assertThat(decide(one.name()).observed()).containsExactly(one);
    assertThat(decide(null).observed()).isEmpty();
  }

  @Test
  void nothingIsChangedIfTheOneToBeKeptIsNotOpen() {
    ResourceName unknown = way().name();

    assertThat(refusal(deciding(unknown))).isEqualTo(new CredentialFailure.SignInNotOpen(unknown));
    assertThat(refusal(deciding(over.name())))
        .isEqualTo(new CredentialFailure.SignInNotOpen(over.name()));
  }

  private Decision<Credential> decide(@Nullable ResourceName kept) {
    return answer(deciding(kept));
  }

  private CompletionStage<Decision<Credential>> deciding(@Nullable ResourceName kept) {
    SignIns<Way> open =
        identityId ->
            CompletableFuture.completedStage(
                identityId.equals(ada.id()) ? List.of(one, other, over) : List.of());
    return new PasswordChange(
            house.house.store.credentials(),
            house.house.store.verificationTokens(),
            open,
            house.changes,
            house.house.store.ids())
        .decide(
            ada.id(),
            KeptPassword.of(QuickHashing.foreign("correct horse", 1)),
            kept,
            null,
            occasion);
  }

  private Way way() {
    return new Way(house.house.fixtures.identityId(), Lifecycle.begin(occasion), true);
  }

  /** A sign-in of a kind that only this test knows. */
  private record Way(IdentityId id, Lifecycle lifecycle, boolean inTime) implements SignIn {

    @Override
    public boolean isOpenAt(Instant now) {
      return inTime;
    }

    @Override
    public Change<? extends SignIn> revoke(SignInEnd why, Occasion when) {
      return Change.done(
          why.name().toLowerCase(Locale.ROOT), this, new Way(id, lifecycle.changed(when), inTime));
    }

    @Override
    public String noun() {
      return "way";
    }

    @Override
    public ResourceName name() {
      return new ResourceName("ways/" + id.value());
    }

    @Override
    public @Nullable ApplicationId applicationId() {
      return null;
    }

    @Override
    public Document image() {
      return Document.builder().build();
    }
  }
}
