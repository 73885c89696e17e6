package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * That an identity belongs to an application, or to a team of it, and with which roles. Among live
 * memberships there is one of an identity at a place; one in a team does not imply one in the
 * application.
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
    Roles roles,
    Lifecycle lifecycle)
    implements Audited {

  public static Change<Membership> create(
      MembershipId id,
      ApplicationId applicationId,
      IdentityId identityId,
      @Nullable TeamId teamId,
      Roles roles,
      Occasion occasion) {
    return Change.created(
        new Membership(id, applicationId, identityId, teamId, roles, Lifecycle.begin(occasion)));
  }

  /** Decides nothing if the edit changes nothing. */
  public Decision<Membership> update(Function<Membership, Roles> edit, Occasion occasion) {
    Roles edited = edit.apply(this);
    return edited.equals(roles)
        ? Decision.nothing(this)
        : Decision.of(Change.updated(this, with(edited, lifecycle.changed(occasion))));
  }

  public Change<Membership> delete(Occasion occasion) {
    return Change.deleted(this, with(roles, lifecycle.deleted(occasion)));
  }

  /** Refused with {@link MembershipFailure.NotDeleted}. */
  public Change<Membership> undelete(Occasion occasion) {
    if (lifecycle.isLive()) {
      throw new MembershipFailure.NotDeleted(applicationId, id).asException();
    }
    return Change.undeleted(this, with(roles, lifecycle.undeleted(occasion)));
  }

  /** Why it cannot come back yet. */
  public MembershipFailure.ParentDeleted parentDeleted(ResourceName parent) {
    return new MembershipFailure.ParentDeleted(applicationId, id, parent);
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
            .put("roles", roles.slugs().stream().map(Slug::value).toList());
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
        Roles.of(image.texts("roles")),
        Lifecycle.fromImage(image));
  }

  private Membership with(Roles newRoles, Lifecycle next) {
    return new Membership(id, applicationId, identityId, teamId, newRoles, next);
  }
}
