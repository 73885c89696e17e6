package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What members of an application may be, and what they may do by it. Roles include others, and
 * never themselves, however deep.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new roles come from
 * {@link #create}.
 *
 * @param applicationId decided at creation
 * @param slug what memberships, other roles and programs know it by, and so decided at creation;
 *     unique among the roles of the application, deleted ones too
 */
public record Role(
    RoleId id, ApplicationId applicationId, Slug slug, RoleDetails details, Lifecycle lifecycle)
    implements Audited {

  /**
   * A new role is included by no other, so it may include any. Refused with {@link
   * RoleFailure.Unknown} or {@link RoleFailure.Cycle}.
   *
   * @param reachable the roles that it includes and all that those do, as {@link Roles#reachable}
   *     gives them
   */
  public static Decision<Role> create(
      RoleId id,
      ApplicationId applicationId,
      Slug slug,
      RoleDetails details,
      List<Role> reachable,
      Occasion occasion) {
    Role created = new Role(id, applicationId, slug, details, Lifecycle.begin(occasion));
    created.requireIncludable(details.includes(), reachable);
    return Decision.of(Change.created(created));
  }

  /**
   * Changes the role to how it was edited; decides nothing if nothing is different. Refused with
   * {@link RoleFailure.Unknown} or {@link RoleFailure.Cycle}.
   *
   * <p>To include another role relies on all that can be reached through it staying as it is: two
   * edits at the same time could otherwise make each role include the other.
   *
   * @param reachable the roles that it is to include and did not, and all that those do, as {@link
   *     Roles#reachable} gives them
   */
  public Decision<Role> update(RoleDetails edited, List<Role> reachable, Occasion occasion) {
    if (edited.equals(details)) {
      return Decision.nothing(this);
    }
    requireIncludable(newIncludes(edited), reachable);
    return Decision.of(updated(edited, occasion)).relyingOn(reachable);
  }

  /** The roles that an edit makes this one include and that it did not before. */
  public List<Slug> newIncludes(RoleDetails edited) {
    Set<Slug> before = new HashSet<>(details.includes());
    return edited.includes().stream().filter(slug -> !before.contains(slug)).toList();
  }

  /**
   * Deletes the role, and first takes it from all who hold it and from the roles that include it.
   *
   * @param uses where the role is held and included, or as many as {@link Dependents#limit} says
   * @param force whether it may be taken; without it there must be none
   */
  public Decision<Role> delete(RoleUses uses, boolean force, Occasion occasion) {
    if (!force && !uses.isEmpty()) {
      throw new RoleFailure.InUse(applicationId, id).asException();
    }
    return Decision.of(deleteAlone(occasion)).precededBy(uses.without(slug, occasion));
  }

  /**
   * Brings the role back, but not to those it was taken from, and without those that it included
   * and that are gone. Nothing that is there can include it by now. Refused with {@link
   * ResourceFailure.NotDeleted}.
   *
   * @param there those of the roles that it included that are there
   */
  public Decision<Role> undelete(List<Role> there, Occasion occasion) {
    requireDeleted();
    Set<Slug> left = there.stream().map(Role::slug).collect(Collectors.toSet());
    RoleDetails lessened =
        details.withIncludes(details.includes().stream().filter(left::contains).toList());
    return Decision.of(
        Change.undeleted(
            this, new Role(id, applicationId, slug, lessened, lifecycle.undeleted(occasion))));
  }

  @Override
  public String noun() {
    return "role";
  }

  @Override
  public ResourceName name() {
    return name(applicationId, id);
  }

  public static ResourceName name(ApplicationId applicationId, RoleId id) {
    return new ResourceName(Application.name(applicationId) + "/roles/" + id.value());
  }

  @Override
  public Document image() {
    return RoleImages.image(this);
  }

  /** The opposite of {@link #image}. */
  public static Role fromImage(Document image) {
    return RoleImages.role(image);
  }

  Change<Role> updated(RoleDetails edited, Occasion occasion) {
    return Change.updated(
        this, new Role(id, applicationId, slug, edited, lifecycle.changed(occasion)));
  }

  Change<Role> deleteAlone(Occasion occasion) {
    return Change.deleted(this, with(lifecycle.deleted(occasion)));
  }

  Change<Role> undeleteAlone(Occasion occasion) {
    return Change.undeleted(this, with(lifecycle.undeleted(occasion)));
  }

  private void requireIncludable(List<Slug> includes, List<Role> reachable) {
    Set<Slug> reached =
        Stream.concat(includes.stream(), reachable.stream().flatMap(Role::includes))
            .collect(Collectors.toSet());
    if (reached.contains(slug)) {
      throw new RoleFailure.Cycle(applicationId, slug).asException();
    }
    RoleFailure.requireKnown("role.includes", applicationId, includes, reachable);
  }

  private Stream<Slug> includes() {
    return details.includes().stream();
  }

  private Role with(Lifecycle next) {
    return new Role(id, applicationId, slug, details, next);
  }
}
