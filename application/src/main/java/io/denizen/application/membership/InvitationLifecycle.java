package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Expected;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationDetails;
import io.denizen.domain.membership.InvitationFailure;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.TeamFailure;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import io.denizen.domain.shared.TokenSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates, resends and revokes invitations.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class InvitationLifecycle {

  private static final String ROLES = "invitation.roles";

  private final Applications applications;
  private final Teams teams;
  private final GivenRoles given;
  private final Invitations invitations;
  private final TokenSource secrets;
  private final Changes changes;
  private final Ids ids;

  public InvitationLifecycle(
      Applications applications,
      Teams teams,
      Roles roles,
      Invitations invitations,
      TokenSource secrets,
      Changes changes,
      Ids ids) {
    this.applications = applications;
    this.teams = teams;
    this.given = new GivenRoles(roles);
    this.invitations = invitations;
    this.secrets = secrets;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Invites somebody to an application, or to a team of it. One that is pending though its time is
   * over makes room.
   *
   * <p>Fails with {@link ApplicationFailure.NotFound}, {@link TeamFailure.NotFound}, {@link
   * RoleFailure.Unknown} or {@link InvitationFailure.Pending}.
   *
   * @param expireTime of the time of its creation; may refuse by throwing a {@link
   *     io.denizen.domain.shared.FailureException}
   */
  public CompletionStage<IssuedInvitation> create(
      Submission submission,
      ApplicationId applicationId,
      InvitationDetails details,
      Function<Instant, Instant> expireTime) {
    InvitationId id = new InvitationId(ids.next());
    return issue(
        submission,
        null,
        (secret, occasion) ->
            place(applicationId, details)
                .thenCombine(
                    given.require(ROLES, applicationId, details.roles()), (there, roles) -> there)
                .thenCombine(
                    invitations.pending(applicationId, details),
                    (there, pending) ->
                        Decision.of(
                                Invitation.create(
                                    id,
                                    applicationId,
                                    details,
                                    secret.hash(),
                                    expireTime.apply(occasion.time()),
                                    occasion))
                            .precededBy(madeRoom(pending, occasion))));
  }

  /**
   * Gives an invitation another token and another end; the token that was sent before is good for
   * nothing from now on. Another one to the same address and place that is pending though its time
   * is over makes room.
   *
   * <p>Fails with {@link InvitationFailure.NotFound}, {@link InvitationFailure.Settled}, {@link
   * ApplicationFailure.NotFound}, {@link TeamFailure.NotFound}, {@link RoleFailure.Unknown} or
   * {@link InvitationFailure.Pending}.
   *
   * @param expireTime of the time of the change; may refuse by throwing a {@link
   *     io.denizen.domain.shared.FailureException}
   * @param expectedVersion the version that the caller saw (AIP-154); null to resend whatever is
   *     there
   */
  public CompletionStage<IssuedInvitation> resend(
      Submission submission,
      ApplicationId applicationId,
      InvitationId id,
      @Nullable Long expectedVersion,
      Function<Instant, Instant> expireTime) {
    return issue(
        submission,
        expectedVersion,
        (secret, occasion) ->
            live(applicationId, id, expectedVersion)
                .thenApply(
                    current ->
                        current.resend(secret.hash(), expireTime.apply(occasion.time()), occasion))
                .thenCompose(resent -> possible(resent, occasion)));
  }

  /**
   * Takes an invitation back. One that was revoked already is left as it is.
   *
   * <p>Fails with {@link InvitationFailure.NotFound} or {@link InvitationFailure.Settled}.
   *
   * @param expectedVersion the version that the caller saw (AIP-154); null to revoke whatever is
   *     there
   */
  public CompletionStage<InvitationSummary> revoke(
      Submission submission,
      ApplicationId applicationId,
      InvitationId id,
      @Nullable Long expectedVersion) {
    return Overtaken.decidedAgainUnlessSeen(
        expectedVersion,
        () ->
            changes.submit(
                submission,
                Invitation::summary,
                InvitationSummary::fromImage,
                occasion ->
                    live(applicationId, id, expectedVersion)
                        .thenApply(current -> current.revoke(occasion))));
  }

  /** Decides about an invitation that gets a new token. */
  private interface Issue {
    CompletionStage<Decision<Invitation>> decide(TokenSecret secret, Occasion occasion);
  }

  private CompletionStage<IssuedInvitation> issue(
      Submission submission, @Nullable Long expectedVersion, Issue issue) {
    TokenSecret secret = secrets.next(TokenKind.INVITATION);
    Optional<TokenSecret> told = submission.validateOnly() ? Optional.empty() : Optional.of(secret);
    return Overtaken.decidedAgainUnlessSeen(
        expectedVersion,
        () ->
            changes.submit(
                submission,
                (Invitation invitation) -> new IssuedInvitation(invitation.summary(), told),
                image -> new IssuedInvitation(InvitationSummary.fromImage(image), Optional.empty()),
                occasion -> issue.decide(secret, occasion)));
  }

  /** What was expired needs a place again, and that its roles are there still. */
  private CompletionStage<Decision<Invitation>> possible(
      Change<Invitation> resent, Occasion occasion) {
    Invitation after = resent.after();
    return place(after.applicationId(), after.details())
        .thenCombine(given.requireOf(after), (there, roles) -> there)
        .thenCombine(
            invitations.pending(after.applicationId(), after.details()),
            (there, pending) ->
                Decision.of(resent)
                    .precededBy(
                        madeRoom(
                            pending.filter(other -> !other.id().equals(after.id())), occasion)));
  }

  private static List<Change<Invitation>> madeRoom(
      Optional<Invitation> pending, Occasion occasion) {
    if (pending.filter(before -> before.isOpenAt(occasion.time())).isPresent()) {
      throw new InvitationFailure.Pending().asException();
    }
    return pending.map(before -> before.expire(occasion)).stream().toList();
  }

  private CompletionStage<Invitation> live(
      ApplicationId applicationId, InvitationId id, @Nullable Long expectedVersion) {
    return Found.or(
            invitations.byId(applicationId, id),
            () -> new InvitationFailure.NotFound(applicationId, id))
        .thenApply(current -> Expected.version(expectedVersion, current));
  }

  /** Makes sure that where somebody is invited to is live. */
  private CompletionStage<?> place(ApplicationId applicationId, InvitationDetails details) {
    return Found.or(
            applications.byId(applicationId), () -> new ApplicationFailure.NotFound(applicationId))
        .thenCombine(
            Found.ifNamed(
                details.teamId(),
                named -> teams.byId(applicationId, named),
                named -> new TeamFailure.NotFound(applicationId, named)),
            (application, team) -> application);
  }
}
