package io.denizen.application.session;

import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Found;
import io.denizen.application.shared.Overtaken;
import io.denizen.application.shared.Submission;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceFailure;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Ends sessions.
 *
 * <p>Besides the failures that each method lists, any may complete with a {@link
 * io.denizen.domain.shared.StoreFailure} or a {@link io.denizen.domain.audit.JournalFailure}.
 */
public final class SessionRevocation {

  private final Identities identities;
  private final Sessions sessions;
  private final RefreshTokens tokens;
  private final Devices devices;
  private final Changes changes;

  public SessionRevocation(
      Identities identities,
      Sessions sessions,
      RefreshTokens tokens,
      Devices devices,
      Changes changes) {
    this.identities = identities;
    this.sessions = sessions;
    this.tokens = tokens;
    this.devices = devices;
    this.changes = changes;
  }

  /**
   * Ends a session. One that was revoked before stays as it is.
   *
   * <p>Fails with {@link SessionFailure.NotFound}.
   */
  public CompletionStage<Session> revoke(
      Submission submission, IdentityId identityId, SessionId id) {
    return Overtaken.decidedAgain(
        () ->
            changes.submit(
                submission,
                Session::fromImage,
                occasion ->
                    Found.or(
                            sessions.byId(identityId, id),
                            () -> new SessionFailure.NotFound(identityId, id))
                        .thenApply(
                            session ->
                                session.revocation() == null
                                    ? Decision.of(session.revoke(SignInEnd.REQUESTED, occasion))
                                    : Decision.nothing(session))));
  }

  /**
   * Ends all sessions of an identity, or all but one.
   *
   * <p>Fails with {@link IdentityFailure.NotFound}, or with {@link SessionFailure.NotOpen} if the
   * one to be kept has ended: whoever names it means to stay signed in.
   *
   * @param kept null to end all
   * @return how many were ended
   */
  public CompletionStage<Integer> revokeAll(
      Submission submission, IdentityId identityId, @Nullable SessionId kept) {
    return Overtaken.decidedAgain(
            () ->
                changes.once(
                    submission,
                    occasion ->
                        Found.or(
                                identities.byId(identityId),
                                () -> new IdentityFailure.NotFound(identityId))
                            .thenCompose(
                                identity -> revokeAllBut(submission, identityId, kept, occasion))
                            .thenApply(revoked -> new Revoked(revoked, true)),
                    outcome ->
                        CompletableFuture.completedStage(new Revoked(outcome.size(), false))))
        .thenCompose(
            revoked ->
                revoked.now() && !submission.validateOnly()
                    ? revokeLate(submission, identityId, kept)
                        .thenApply(late -> revoked.sessions() + late)
                    : CompletableFuture.completedStage(revoked.sessions()));
  }

  /**
   * Forgets a device and ends its sessions, all of which are deleted.
   *
   * <p>Fails with {@link DeviceFailure.NotFound}.
   */
  public CompletionStage<Device> forget(
      Submission submission, IdentityId identityId, DeviceId deviceId) {
    return Overtaken.decidedAgain(
        () ->
            changes.submit(
                submission,
                Device::fromImage,
                occasion ->
                    Found.or(
                            devices.byId(identityId, deviceId),
                            () -> new DeviceFailure.NotFound(identityId, deviceId))
                        .thenCombine(sessions.ofDevice(deviceId), Farewell::new)
                        .thenCompose(farewell -> forget(farewell, occasion))));
  }

  private CompletionStage<Decision<Device>> forget(Farewell farewell, Occasion occasion) {
    return tokens
        .ofSessions(farewell.sessions().stream().map(Session::id).toList())
        .thenApply(found -> farewell.device().forget(farewell.sessions(), found, occasion));
  }

  /**
   * Ends what was opened while the others were being ended, which nobody noticed: neither is a
   * change to what the other one saw. Who signs in after this came later.
   */
  private CompletionStage<Integer> revokeLate(
      Submission submission, IdentityId identityId, @Nullable SessionId kept) {
    Submission own = Submission.by(submission.caller());
    return Overtaken.decidedAgain(
        () ->
            changes.once(
                own,
                occasion -> revokeOpen(own, identityId, kept, occasion),
                outcome -> CompletableFuture.completedStage(outcome.size())));
  }

  private CompletionStage<Integer> revokeAllBut(
      Submission submission, IdentityId identityId, @Nullable SessionId kept, Occasion occasion) {
    return sessions
        .openOf(identityId)
        .thenCompose(
            open ->
                revoke(
                    submission,
                    others(open, kept, occasion),
                    kept(open, kept, identityId, occasion),
                    occasion));
  }

  /** The one that is to stay, which must be open until the others end. */
  private static List<Session> kept(
      List<Session> open, @Nullable SessionId kept, IdentityId identityId, Occasion occasion) {
    if (kept == null) {
      return List.of();
    }
    return List.of(
        open.stream()
            .filter(session -> session.id().equals(kept) && session.isOpenAt(occasion.time()))
            .findFirst()
            .orElseThrow(() -> new SessionFailure.NotOpen(identityId, kept).asException()));
  }

  private CompletionStage<Integer> revokeOpen(
      Submission submission, IdentityId identityId, @Nullable SessionId kept, Occasion occasion) {
    return sessions
        .openOf(identityId)
        .thenCompose(open -> revoke(submission, others(open, kept, occasion), List.of(), occasion));
  }

  /** A set with many outcomes, or with none. */
  private CompletionStage<Integer> revoke(
      Submission submission, List<Session> open, List<Session> staying, Occasion occasion) {
    List<Change<Session>> revoked =
        open.stream().map(session -> session.revoke(SignInEnd.REQUESTED, occasion)).toList();
    return changes
        .write(
            submission,
            new ChangeSet(
                occasion.changeSet(),
                submission.caller(),
                submission.request(),
                occasion.time(),
                List.copyOf(staying),
                List.copyOf(revoked),
                List.of(),
                revoked.stream().map(change -> ResourceVersion.of(change.after())).toList()))
        .thenApply(written -> revoked.size());
  }

  private static List<Session> others(
      List<Session> open, @Nullable SessionId kept, Occasion occasion) {
    return open.stream()
        .filter(session -> !session.id().equals(kept))
        .filter(session -> session.isOpenAt(occasion.time()))
        .toList();
  }

  /**
   * What revoking all came to.
   *
   * @param now whether it was committed by this very call, and not by the one that this repeats
   */
  private record Revoked(int sessions, boolean now) {}

  private record Farewell(Device device, List<Session> sessions) {}
}
