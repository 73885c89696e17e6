package io.denizen.application.session;

import static io.denizen.testkit.shared.Answers.answer;

import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.shared.Changes;
import io.denizen.application.shared.Interrupted;
import io.denizen.application.shared.Submission;
import io.denizen.application.shared.Watch;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceType;
import io.denizen.domain.session.RefreshSecret;
import io.denizen.domain.session.Session;
import io.denizen.domain.session.SessionOrigin;
import io.denizen.domain.session.SessionPolicy;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.RandomBytes;
import io.denizen.testkit.InMemoryDenizen;
import io.denizen.testkit.shared.Fixtures;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The use cases of sessions over a store in memory, at a time that tests decide. */
final class Hall {

  static final SessionPolicy POLICY =
      new SessionPolicy(Duration.ofDays(90), Duration.ofDays(14), Duration.ofSeconds(10));
  static final SessionOrigin ORIGIN =
      new SessionOrigin(new IpAddress("192.0.2.7"), new UserAgent("Browser/1.0"));

  final Watch watch = new Watch();
  final InMemoryDenizen store = new InMemoryDenizen();
  final Fixtures fixtures = new Fixtures(store.ids());
  final Caller caller = fixtures.caller();
  final Submission submission = Submission.by(caller);
  final SecureRandom random = new SecureRandom();
  final RandomBytes bytes =
      count -> {
        byte[] next = new byte[count];
        random.nextBytes(next);
        return next;
      };
  final Interrupted journal = new Interrupted(store.journal());
  final Changes changes =
      new Changes(journal, store.requests(), store.auditEvents(), store.ids(), watch);
  final SessionCreation creation =
      new SessionCreation(
          store.identities(),
          store.externalLogins(),
          store.sessions(),
          store.devices(),
          store.activity(),
          changes,
          store.ids(),
          bytes,
          POLICY);
  final SessionRefresh refresh =
      new SessionRefresh(store.sessions(), store.activity(), changes, store.ids(), bytes, POLICY);
  final SessionRevocation revocation =
      new SessionRevocation(
          store.identities(), store.sessions(), store.refreshTokens(), store.devices(), changes);
  final SessionDirectory directory =
      new SessionDirectory(
          store.identities(), store.sessions(), store.devices(), store.activity(), POLICY, watch);
  final SessionSweep sweep =
      new SessionSweep(store.sessions(), store.refreshTokens(), changes, watch);
  final IdentityLifecycle identities =
      new IdentityLifecycle(
          store.identities(),
          store.memberships(),
          store.roles(),
          store.owners(),
          store.ports().identityParts(),
          store.sessions(),
          changes,
          store.ids());

  Identity person() {
    return answer(identities.create(submission, IdentityKind.PERSON, fixtures.details()));
  }

  Identity suspended(Identity identity) {
    return answer(identities.suspend(submission, identity.id(), null));
  }

  SessionGrant signIn(Identity identity) {
    return signIn(identity, null);
  }

  SessionGrant signIn(Identity identity, @Nullable DeviceDetails device) {
    return answer(creation.create(submission, identity.id(), ORIGIN, device, null));
  }

  static DeviceDetails phone(String name) {
    return new DeviceDetails(
        new ClientDeviceId("phone-1"), new DisplayName(name), DeviceType.PHONE);
  }

  SessionGrant refresh(RefreshSecret secret) {
    return answer(refresh.refresh(submission, secret, SessionOrigin.UNKNOWN));
  }

  Session current(Session session) {
    return answer(directory.get(caller, session.identityId(), session.id(), true));
  }

  Submission withRequestId(RequestKey key) {
    return new Submission(caller, key, false);
  }

  static RefreshSecret secret(SessionGrant grant) {
    return Objects.requireNonNull(grant.secret());
  }

  /** What was done to the resource, oldest first. */
  List<String> historyOf(Audited resource) {
    AuditEventQuery query =
        new AuditEventQuery(resource.name(), null, null, null, null, null, false);
    return events(query).stream().map(event -> event.action().value()).toList();
  }

  /** What was done to anything, oldest first. */
  List<AuditEvent> events() {
    return events(new AuditEventQuery(null, null, null, null, null, null, false));
  }

  /** What was done meanwhile, oldest first. */
  List<String> audited(Runnable work) {
    int before = events().size();
    work.run();
    return events().stream().skip(before).map(event -> event.action().value()).toList();
  }

  private List<AuditEvent> events(AuditEventQuery query) {
    return answer(store.auditEvents().list(query, PageRequest.first(PageRequest.MAX_SIZE))).items();
  }
}
