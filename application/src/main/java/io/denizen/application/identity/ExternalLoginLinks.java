package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginFailure;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Ids;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Links identities to accounts at identity providers, and unlinks them.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class ExternalLoginLinks {

  private final Identities identities;
  private final ExternalLogins logins;
  private final Changes changes;
  private final Ids ids;

  public ExternalLoginLinks(
      Identities identities, ExternalLogins logins, Changes changes, Ids ids) {
    this.identities = identities;
    this.logins = logins;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Links an identity to an account.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link ExternalLoginFailure.AccountLinked}.
   *
   * @param email of the account; null if the provider does not tell
   * @param displayName of the account; null if the provider does not tell
   */
  public CompletionStage<ExternalLogin> link(
      Submission submission,
      IdentityId identityId,
      ExternalAccount account,
      @Nullable EmailAddress email,
      @Nullable DisplayName displayName) {
    ExternalLoginId id = new ExternalLoginId(ids.next());
    return changes.submit(
        submission,
        ExternalLogin::fromImage,
        occasion ->
            Found.or(identities.byId(identityId), () -> new IdentityFailure.NotFound(identityId))
                .thenApply(
                    identity ->
                        Decision.of(
                            ExternalLogin.link(
                                id, identity.id(), account, email, displayName, occasion))));
  }

  /**
   * Unlinks an account, which can then be linked anew, to whomever.
   *
   * <p>Fails with {@link ExternalLoginFailure.NotFound}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to unlink whatever is
   *     there
   */
  public CompletionStage<ExternalLogin> unlink(
      Submission submission,
      IdentityId identityId,
      ExternalLoginId id,
      @Nullable Long expectedVersion) {
    return changes.submit(
        submission,
        ExternalLogin::fromImage,
        occasion ->
            Found.or(
                    logins.byId(identityId, id),
                    () -> new ExternalLoginFailure.NotFound(identityId, id))
                .thenApply(current -> Expected.version(expectedVersion, current))
                .thenApply(current -> Decision.of(current.delete(occasion))));
  }
}
