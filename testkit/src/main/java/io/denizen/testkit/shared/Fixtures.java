package io.denizen.testkit.shared;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.PreferencesId;
import io.denizen.domain.identity.ProfileId;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.InvitationId;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Valid values that nobody used before, in this run or another, so that tests share a store without
 * meeting. Safe for use by many threads.
 */
public final class Fixtures {

  /** With every digit of a microsecond, to notice a store that rounds. */
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00.123457Z");

  private final Ids ids;
  private final AtomicLong occasions = new AtomicLong();

  public Fixtures(Ids ids) {
    this.ids = ids;
  }

  /** A word of {@code a-z0-9}, the prefix before it. */
  public String word(String prefix) {
    return prefix + ids.next().toString().replace("-", "");
  }

  public Slug slug() {
    return new Slug(word("s"));
  }

  /** With letters of both cases on both sides of the {@code @}. */
  public EmailAddress email() {
    return new EmailAddress(word("Ada.") + "@Example.ORG");
  }

  public DisplayName displayName() {
    return new DisplayName("Ada " + word(""));
  }

  /** What a person has: email, slug and display name. */
  public IdentityDetails details() {
    return new IdentityDetails(email(), slug(), displayName());
  }

  /** What a service may have: a display name alone. */
  public IdentityDetails bareDetails() {
    return new IdentityDetails(null, null, displayName());
  }

  public IdentityId identityId() {
    return new IdentityId(ids.next());
  }

  public ExternalLoginId externalLoginId() {
    return new ExternalLoginId(ids.next());
  }

  /** Somebody at a provider that others use too. */
  public ExternalAccount externalAccount() {
    return new ExternalAccount(new Slug("example"), word("Sub|"));
  }

  public RoleAssignmentId roleAssignmentId() {
    return new RoleAssignmentId(ids.next());
  }

  public ProfileId profileId() {
    return new ProfileId(ids.next());
  }

  public PreferencesId preferencesId() {
    return new PreferencesId(ids.next());
  }

  public ApplicationId applicationId() {
    return new ApplicationId(ids.next());
  }

  public TeamId teamId() {
    return new TeamId(ids.next());
  }

  public RoleId roleId() {
    return new RoleId(ids.next());
  }

  /** Of a role that grants nothing yet. */
  public RoleDetails roleDetails() {
    return RoleDetails.named(displayName());
  }

  public MembershipId membershipId() {
    return new MembershipId(ids.next());
  }

  public InvitationId invitationId() {
    return new InvitationId(ids.next());
  }

  /** A token that was never sent. */
  public TokenSecret invitationToken() {
    byte[] unique = word("").getBytes(StandardCharsets.US_ASCII);
    return TokenSecret.of(TokenKind.INVITATION, Arrays.copyOf(unique, TokenSecret.BYTES));
  }

  public ApplicationDetails applicationDetails() {
    return new ApplicationDetails(slug(), displayName(), new Description("For " + word("")));
  }

  /** Of a team inside another, or at the top level if that is null. */
  public TeamDetails teamDetails(@Nullable TeamId parent) {
    return new TeamDetails(parent, slug(), displayName(), new Description(""));
  }

  /** A person to be created at an occasion; not stored. */
  public Identity person(Occasion occasion) {
    return person(details(), occasion);
  }

  public Identity person(IdentityDetails details, Occasion occasion) {
    return Identity.create(identityId(), IdentityKind.PERSON, details, occasion).after();
  }

  /** A service without email and slug; not stored. */
  public Identity service(Occasion occasion) {
    return Identity.create(identityId(), IdentityKind.SERVICE, bareDetails(), occasion).after();
  }

  /** Each later than the one before, in whole microseconds. */
  public Occasion occasion() {
    return new Occasion(
        new ChangeSetId(ids.next()),
        EPOCH.plus(occasions.getAndIncrement() * 1_000_001, ChronoUnit.MICROS));
  }

  public Actor actor() {
    return new Actor("services/" + word("test-"));
  }

  public Caller caller() {
    return new Caller(actor(), new IpAddress("2001:db8::7"), new UserAgent("denizen-test/1.0"));
  }

  /** A request with content of its own. */
  public RequestKey request() {
    UUID requestId = ids.next();
    return new RequestKey(
        requestId, Fingerprint.of(requestId.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** The name of a thing of another service. */
  public ResourceName foreignResource() {
    return new ResourceName("payments/" + word(""));
  }

  /** Another service's event without images, to be recorded at an occasion. */
  public AuditEvent foreignEvent(
      Actor actor,
      Action action,
      ResourceName resource,
      @Nullable ApplicationId applicationId,
      Instant occurTime,
      Occasion occasion) {
    return new AuditEvent(
        new AuditEventId(ids.next()),
        null,
        occasion.changeSet(),
        actor,
        action,
        resource,
        null,
        null,
        applicationId,
        null,
        null,
        null,
        occurTime,
        occasion.time(),
        null,
        null);
  }
}
