package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.PreferencesFailure;
import io.denizen.domain.identity.PreferencesId;
import io.denizen.domain.identity.Settings;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.domain.shared.Ids;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads and updates what identities prefer. Every method is told who asks; until there are
 * permissions to check, everybody may.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class IdentityPreferences {

  private final Singleton<Preferences> preferences;
  private final Changes changes;
  private final Ids ids;

  public IdentityPreferences(
      Identities identities, StoredPreferences preferences, Changes changes, Ids ids) {
    this.preferences = new Singleton<>(identities, preferences, Preferences::name);
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * The preferences of an identity; empty if nobody has written them yet. Fails with {@link
   * IdentityFailure.NotFound}.
   */
  public CompletionStage<Optional<Preferences>> get(Caller caller, IdentityId identityId) {
    return preferences.of(identityId);
  }

  /**
   * Edits the preferences of an identity. The first update creates them, even if it sets nothing;
   * after that an edit that changes nothing leaves no trace.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link PreferencesFailure.InvalidSettings}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154), 0 if nobody had written them;
   *     null to edit whatever is there
   * @param edit sees the settings as they are and says how they are from now on; may refuse by
   *     throwing a {@link io.denizen.domain.shared.FailureException}
   */
  public CompletionStage<Preferences> update(
      Submission submission,
      IdentityId identityId,
      @Nullable Long expectedVersion,
      UnaryOperator<Settings> edit) {
    PreferencesId id = new PreferencesId(ids.next());
    return changes.submit(
        submission,
        Preferences::fromImage,
        occasion ->
            preferences
                .of(identityId, expectedVersion)
                .thenApply(
                    found ->
                        found
                            .map(current -> current.update(edit, occasion))
                            .orElseGet(
                                () ->
                                    Decision.of(
                                        Preferences.create(
                                            id,
                                            identityId,
                                            edit.apply(Settings.EMPTY),
                                            occasion)))));
  }
}
