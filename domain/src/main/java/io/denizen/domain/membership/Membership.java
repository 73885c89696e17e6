package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * That an identity belongs to an application, or to a team of it, and with which roles. Among live
 * memberships there is one of an identity at a place. Whoever has one in a team belongs to the
 * application by it, without another one in the application itself.
 *
 * <p>It grants something only while it is active and within its time. One whose time is over is
 * still there, and grants nothing, until somebody deletes it or the sweep does.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new memberships come
 * from {@link #create}.
 *
 * @param applicationId decided at creation, as is who belongs to which team
 * @param teamId null if they belong to the application itself
 */
public record Membership(
    MembershipId id,
    ApplicationId applicationId,
    IdentityId identityId,
    @Nullable TeamId teamId,
    MembershipDetails details,
    MembershipState state,
    Lifecycle lifecycle)
    implements Audited {

  /** Refused with {@link MembershipFailure.AlreadyOver} if its time is over already. */
  public static Change<Membership> create(
      MembershipId id,
      ApplicationId applicationId,
      IdentityId identityId,
      @Nullable TeamId teamId,
      MembershipDetails details,
      MembershipState state,
      Occasion occasion) {
    requireTimeLeft(details, occasion);
    return Change.created(
        new Membership(
            id, applicationId, identityId, teamId, details, state, Lifecycle.begin(occasion)));
  }

  /**
   * Decides nothing if the edit changes nothing. Refused with {@link MembershipFailure.AlreadyOver}
   * if it would set an end that is past.
   */
  public Decision<Membership> update(
      Function<Membership, MembershipDetails> edit, Occasion occasion) {
    MembershipDetails edited = edit.apply(this);
    if (edited.equals(details)) {
      return Decision.nothing(this);
    }
    if (!edited.validity().equals(details.validity())) {
      requireTimeLeft(edited, occasion);
    }
    return Decision.of(Change.updated(this, with(edited, state, lifecycle.changed(occasion))));
  }

  /** Lets it grant nothing until it is activated again. Decides nothing if it is suspended. */
  public Decision<Membership> suspend(Occasion occasion) {
    return moveTo(MembershipState.SUSPENDED, "suspended", occasion);
  }

  /** Puts it in force, whether it was suspended or only offered. Decides nothing if it is. */
  public Decision<Membership> activate(Occasion occasion) {
    return moveTo(MembershipState.ACTIVE, "activated", occasion);
  }

  /**
   * Puts it in force with further roles, which somebody accepted. Decides nothing if it has them
   * and is. Refused with {@link MembershipFailure.Suspended}: an invitation lifts no suspension; or
   * with {@link MembershipFailure.TooManyRoles}.
   */
  public Decision<Membership> join(RoleSlugs further, Occasion occasion) {
    if (state == MembershipState.SUSPENDED) {
      throw new MembershipFailure.Suspended(applicationId, id).asException();
    }
    if (!roles().fitWith(further)) {
      throw new MembershipFailure.TooManyRoles(applicationId, id).asException();
    }
    RoleSlugs together = roles().and(further);
    if (together.equals(roles())) {
      return activate(occasion);
    }
    Membership joined =
        with(details.withRoles(together), MembershipState.ACTIVE, lifecycle.changed(occasion));
    return Decision.of(
        state == MembershipState.ACTIVE
            ? Change.updated(this, joined)
            : Change.done("activated", this, joined));
  }

  /** Whether it grants its roles at an instant; what they are worth is another question. */
  public boolean grantsAt(Instant now) {
    return lifecycle.isLive() && state == MembershipState.ACTIVE && details.validity().covers(now);
  }

  /**
   * Whether it may own something less from now on: it does not have all its roles any more, not for
   * good, or only from a later time on.
   */
  public boolean mayOwnLessThan(Membership before) {
    ValidityPeriod was = before.details().validity();
    return !roles().slugs().containsAll(before.roles().slugs())
        || (was.expireTime() == null && details.validity().expireTime() != null)
        || details.validity().beginsLaterThan(was);
  }

  /** Whether it grants nothing any more, whatever its state, and makes room for another one. */
  public boolean isOverAt(Instant now) {
    return details.validity().isOverAt(now);
  }

  /** Whether it can make an owner who can act: it has begun, and does not end. */
  public boolean isForGoodAt(Instant now) {
    return details.validity().expireTime() == null && details.validity().covers(now);
  }

  public RoleSlugs roles() {
    return details.roles();
  }

  public Change<Membership> delete(Occasion occasion) {
    return Change.deleted(this, with(details, state, lifecycle.deleted(occasion)));
  }

  /** Deletes one whose time is over. */
  public Change<Membership> expire(Occasion occasion) {
    return Change.done("expired", this, with(details, state, lifecycle.deleted(occasion)));
  }

  /**
   * Brings it back, but for roles that are gone. Refused with {@link ResourceFailure.NotDeleted},
   * or with {@link MembershipFailure.Expired} if its time is over, so that it would be deleted
   * again at once.
   */
  public Change<Membership> undelete(GrantableRoles there, Occasion occasion) {
    requireDeleted();
    if (isOverAt(occasion.time())) {
      throw new MembershipFailure.Expired(applicationId, id).asException();
    }
    return undeleteWithParent(there, occasion);
  }

  /** Together with what it depends on; if its time is over, the sweep sees to it. */
  Change<Membership> undeleteWithParent(GrantableRoles there, Occasion occasion) {
    return Change.undeleted(this, with(there.left(this), state, lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "membership";
  }

  @Override
  public ResourceName name() {
    return name(applicationId, id);
  }

  public static ResourceName name(ApplicationId applicationId, MembershipId id) {
    return new ResourceName(Application.name(applicationId) + "/memberships/" + id.value());
  }

  @Override
  public Document image() {
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("identity", Identity.name(identityId))
            .putText("team", teamId == null ? null : Team.name(applicationId, teamId))
            .put("roles", roles().slugs().stream().map(Slug::value).toList())
            .putText("state", state);
    details.validity().describe(image);
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static Membership fromImage(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    String team = image.textOrNull("team");
    return new Membership(
        new MembershipId(name.id()),
        new ApplicationId(name.parent().id()),
        new IdentityId(new ResourceName(image.text("identity")).id()),
        team == null ? null : new TeamId(new ResourceName(team).id()),
        new MembershipDetails(RoleSlugs.of(image.texts("roles")), ValidityPeriod.fromImage(image)),
        MembershipState.valueOf(image.text("state")),
        Lifecycle.fromImage(image));
  }

  private Decision<Membership> moveTo(MembershipState next, String verb, Occasion occasion) {
    return state == next
        ? Decision.nothing(this)
        : Decision.of(Change.done(verb, this, with(details, next, lifecycle.changed(occasion))));
  }

  private static void requireTimeLeft(MembershipDetails details, Occasion occasion) {
    if (details.validity().isOverAt(occasion.time())) {
      throw new MembershipFailure.AlreadyOver().asException();
    }
  }

  private Membership with(MembershipDetails newDetails, MembershipState newState, Lifecycle next) {
    return new Membership(id, applicationId, identityId, teamId, newDetails, newState, next);
  }
}
