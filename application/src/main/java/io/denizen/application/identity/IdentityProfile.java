package io.denizen.application.identity;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.ProfileDetails;
import io.denizen.domain.identity.ProfileFailure;
import io.denizen.domain.identity.ProfileId;
import io.denizen.domain.identity.Profiles;
import io.denizen.domain.shared.Ids;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads and updates what identities tell about themselves. Every method is told who asks; until
 * there are permissions to check, everybody may.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class IdentityProfile {

  private final Singleton<Profile> profiles;
  private final Changes changes;
  private final Ids ids;

  public IdentityProfile(Identities identities, Profiles profiles, Changes changes, Ids ids) {
    this.profiles = new Singleton<>(identities, profiles, Profile::name);
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * The profile of an identity; empty if nobody has written it yet. Fails with {@link
   * IdentityFailure.NotFound}.
   */
  public CompletionStage<Optional<Profile>> get(Caller caller, IdentityId identityId) {
    return profiles.of(identityId);
  }

  /**
   * Edits the profile of an identity. The first update creates it, even if it tells nothing; after
   * that an edit that changes nothing leaves no trace.
   *
   * <p>Fails with {@link IdentityFailure.NotFound} or {@link ProfileFailure.BirthDateInFuture}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154), 0 if nobody had written it;
   *     null to edit whatever is there
   * @param edit sees what is told and says what is to be told from now on; may refuse by throwing a
   *     {@link io.denizen.domain.shared.FailureException}
   */
  public CompletionStage<Profile> update(
      Submission submission,
      IdentityId identityId,
      @Nullable Long expectedVersion,
      UnaryOperator<ProfileDetails> edit) {
    ProfileId id = new ProfileId(ids.next());
    return changes.submit(
        submission,
        Profile::fromImage,
        occasion ->
            profiles
                .of(identityId, expectedVersion)
                .thenApply(
                    found ->
                        found
                            .map(profile -> profile.update(edit, occasion))
                            .orElseGet(
                                () ->
                                    Decision.of(
                                        Profile.create(
                                            id,
                                            identityId,
                                            edit.apply(ProfileDetails.NOTHING),
                                            occasion)))));
  }
}
