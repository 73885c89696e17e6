package io.denizen.application.membership;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Refused;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.membership.Invitation;
import io.denizen.domain.membership.InvitationFailure;
import io.denizen.domain.membership.InvitationSummary;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipKey;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.TokenSecret;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Has somebody accept an invitation, by its token.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class InvitationAcceptance {

  private final Identities identities;
  private final GivenRoles given;
  private final Memberships memberships;
  private final Invitations invitations;
  private final Changes changes;
  private final Ids ids;

  public InvitationAcceptance(
      Identities identities,
      Roles roles,
      Memberships memberships,
      Invitations invitations,
      Changes changes,
      Ids ids) {
    this.identities = identities;
    this.given = new GivenRoles(roles);
    this.memberships = memberships;
    this.invitations = invitations;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Lets whoever holds the token belong to where it invites them, in one change: a newcomer becomes
   * an identity, with the address that the token was sent to, which is proven by that; whoever
   * belongs there already gets the roles of the invitation too.
   *
   * <p>Fails with {@link InvitationFailure.Invalid}, {@link IdentityFailure.NotFound}, {@link
   * RoleFailure.Unknown}, {@link IdentityFailure.Suspended}, {@link IdentityFailure.EmailTaken},
   * {@link IdentityFailure.SlugTaken}, {@link MembershipFailure.Suspended} or {@link
   * MembershipFailure.TooManyRoles}.
   */
  public CompletionStage<AcceptedInvitation> accept(
      Submission submission, TokenSecret token, Acceptor acceptor) {
    IdentityId newIdentity = new IdentityId(ids.next());
    MembershipId newMembership = new MembershipId(ids.next());
    return Overtaken.decidedAgain(
        () ->
            changes.once(
                submission,
                occasion ->
                    open(token, occasion)
                        .thenCompose(
                            invitation ->
                                whoever(acceptor, invitation, newIdentity, occasion)
                                    .thenCombine(given.requireOf(invitation), (who, roles) -> who)
                                    .thenCompose(
                                        who -> join(who, invitation, newMembership, occasion))
                                    .thenCompose(
                                        joined -> accept(submission, invitation, joined, occasion)))
                        .exceptionallyCompose(thrown -> taken(thrown, token, occasion)),
                outcome ->
                    changes
                        .asItWas(outcome.getFirst(), Membership::fromImage)
                        .thenCombine(
                            changes.asItWas(outcome.getLast(), InvitationSummary::fromImage),
                            (membership, invitation) ->
                                new AcceptedInvitation(invitation, membership))));
  }

  /** Whoever accepts it, and what makes them an identity if that is needed. */
  private record Whoever(IdentityId id, List<Change<Identity>> arrival) {}

  private CompletionStage<Invitation> open(TokenSecret token, Occasion occasion) {
    return Found.or(
        invitations
            .byHash(token.hash())
            .thenApply(found -> found.filter(each -> each.isOpenAt(occasion.time()))),
        InvitationFailure.Invalid::new);
  }

  private CompletionStage<Whoever> whoever(
      Acceptor acceptor, Invitation invitation, IdentityId newIdentity, Occasion occasion) {
    return switch (acceptor) {
      case Acceptor.Known known ->
          Found.or(identities.byId(known.id()), () -> new IdentityFailure.NotFound(known.id()))
              .thenApply(InvitationAcceptance::active);
      case Acceptor.Newcomer newcomer ->
          CompletableFuture.completedStage(
              new Whoever(
                  newIdentity,
                  List.of(
                      Identity.createVerified(
                          newIdentity,
                          new IdentityDetails(
                              invitation.details().email(),
                              newcomer.slug(),
                              newcomer.displayName()),
                          occasion))));
    };
  }

  private static Whoever active(Identity identity) {
    if (identity.state() == IdentityState.SUSPENDED) {
      throw new IdentityFailure.Suspended(identity.id()).asException();
    }
    return new Whoever(identity.id(), List.of());
  }

  private CompletionStage<Decision<Membership>> join(
      Whoever who, Invitation invitation, MembershipId newMembership, Occasion occasion) {
    MembershipKey key =
        new MembershipKey(invitation.applicationId(), who.id(), invitation.details().teamId());
    return memberships
        .at(List.of(key))
        .thenApply(
            there ->
                there.isEmpty()
                    ? Decision.of(created(newMembership, key, invitation, occasion))
                    : join(there.getFirst(), newMembership, key, invitation, occasion))
        .thenApply(joined -> joined.precededBy(who.arrival()));
  }

  private static Decision<Membership> join(
      Membership there,
      MembershipId newMembership,
      MembershipKey key,
      Invitation invitation,
      Occasion occasion) {
    if (there.isOverAt(occasion.time())) {
      return Decision.of(created(newMembership, key, invitation, occasion))
          .precededBy(List.of(there.expire(occasion)));
    }
    Decision<Membership> joined = there.join(invitation.details().roles(), occasion);
    // What is not changed must still be there.
    return joined.changes().isEmpty() ? joined.relyingOn(List.of(there)) : joined;
  }

  private static Change<Membership> created(
      MembershipId id, MembershipKey key, Invitation invitation, Occasion occasion) {
    return Membership.create(
        id,
        key.applicationId(),
        key.identityId(),
        key.teamId(),
        MembershipDetails.of(invitation.details().roles()),
        MembershipState.ACTIVE,
        occasion);
  }

  private CompletionStage<AcceptedInvitation> accept(
      Submission submission,
      Invitation invitation,
      Decision<Membership> joined,
      Occasion occasion) {
    Change<Invitation> accepted = invitation.accept(joined.outcome().id(), occasion);
    return changes
        .writeAll(submission, occasion, List.of(joined, Decision.of(accepted)))
        .thenApply(written -> new AcceptedInvitation(accepted.after().summary(), joined.outcome()));
  }

  /**
   * Where something is taken, it may be so by whoever was faster with the same token. Who has come
   * to belong there meanwhile in another way joins after all, when this is decided again.
   */
  private CompletionStage<AcceptedInvitation> taken(
      Throwable thrown, TokenSecret token, Occasion occasion) {
    Failure failure = Refused.failure(thrown);
    return failure == null || failure.kind() != Failure.Kind.ALREADY_EXISTS
        ? CompletableFuture.failedStage(thrown)
        : open(token, occasion)
            .thenCompose(
                open ->
                    CompletableFuture.failedStage(
                        failure instanceof MembershipFailure.Exists
                            ? new StaleVersion(open.name()).asException()
                            : thrown));
  }
}
