package io.denizen.testkit.session;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceType;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.RefreshToken;
import io.denizen.domain.session.RefreshTokenId;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionId;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.session.TokenSalt;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.PortContract;
import java.security.SecureRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the contracts of devices, sessions and refresh tokens build on. */
abstract class SessionPortContract extends PortContract {

  static final SessionOrigin ORIGIN =
      new SessionOrigin(new IpAddress("2001:db8::1"), new UserAgent("Browser/1.0 (test)"));

  private static final SecureRandom RANDOM = new SecureRandom();

  static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  final Identity person() {
    return committed(
        occasion ->
            Identity.create(
                fixtures().identityId(), IdentityKind.PERSON, fixtures().details(), occasion));
  }

  final DeviceDetails deviceDetails() {
    return new DeviceDetails(
        new ClientDeviceId(fixtures().word("device-")),
        new DisplayName("Ada's telephone"),
        DeviceType.PHONE);
  }

  final Device device(Identity identity) {
    return committed(occasion -> met(identity, deviceDetails(), occasion));
  }

  final Change<Device> met(Identity identity, DeviceDetails details, Occasion occasion) {
    return Device.meet(new DeviceId(ports().ids().next()), identity.id(), details, occasion);
  }

  final Session session(Identity identity) {
    return session(identity, null);
  }

  final Session session(Identity identity, @Nullable Device device) {
    return committed(occasion -> opened(identity, device, SessionPolicy.STANDARD, occasion));
  }

  final Change<Session> opened(
      Identity identity, @Nullable Device device, SessionPolicy policy, Occasion occasion) {
    return Session.open(
        new SessionId(ports().ids().next()),
        identity.id(),
        device == null ? null : device.id(),
        ORIGIN,
        policy,
        occasion);
  }

  /** The first token of a session. */
  final RefreshToken token(Session session, RefreshSecret secret) {
    return committed(
        occasion ->
            RefreshToken.issue(
                tokenId(),
                session,
                secret.hash(),
                TokenSalt.random(SessionPortContract::random),
                occasion));
  }

  static RefreshSecret secret() {
    return RefreshSecret.random(SessionPortContract::random);
  }

  final RefreshTokenId tokenId() {
    return new RefreshTokenId(ports().ids().next());
  }

  /** Commits a decision and gives back its outcome. */
  final <A extends Audited> A decided(Function<Occasion, Decision<A>> decide) {
    Occasion occasion = fixtures().occasion();
    Decision<A> decision = decide.apply(occasion);
    answer(ports().journal().commit(set(occasion, decision)));
    return decision.outcome();
  }

  final Failure refused(Function<Occasion, Change<?>> decide) {
    Occasion occasion = fixtures().occasion();
    return refusal(ports().journal().commit(set(occasion, decide.apply(occasion))));
  }

  private ChangeSet set(Occasion occasion, Decision<?> decision) {
    return ChangeSet.of(occasion, fixtures().caller(), null, decision);
  }
}
