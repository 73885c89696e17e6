package io.denizen.domain.identity;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import org.jspecify.annotations.Nullable;

/**
 * That an identity has a system role, which counts in every application. It has each once.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new ones come from
 * {@link #assign}.
 *
 * @param role one that can be assigned
 */
public record RoleAssignment(
    RoleAssignmentId id, IdentityId identityId, SystemRole role, Lifecycle lifecycle)
    implements IdentityPart {

  /** Refused with {@link io.denizen.domain.shared.InvalidValue} if the role cannot be assigned. */
  public static Change<RoleAssignment> assign(
      RoleAssignmentId id, IdentityId identityId, SystemRole role, Occasion occasion) {
    return Change.created(
        new RoleAssignment(id, identityId, role.requireAssignable(), Lifecycle.begin(occasion)));
  }

  @Override
  public Change<RoleAssignment> delete(Occasion occasion) {
    return Change.deleted(this, with(lifecycle.deleted(occasion)));
  }

  @Override
  public Change<RoleAssignment> undelete(Occasion occasion) {
    return Change.undeleted(this, with(lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "role_assignment";
  }

  @Override
  public ResourceName name() {
    return name(identityId, id);
  }

  public static ResourceName name(IdentityId identityId, RoleAssignmentId id) {
    return new ResourceName(Identity.name(identityId) + "/roleAssignments/" + id.value());
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  @Override
  public Document image() {
    Document.Builder image =
        Document.builder().putText("name", name()).putText("role", roleName(role.slug()));
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static RoleAssignment fromImage(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    String role = image.text("role");
    return new RoleAssignment(
        new RoleAssignmentId(name.id()),
        new IdentityId(name.parent().id()),
        SystemRole.of(new Slug(role.substring(role.indexOf('/') + 1))),
        Lifecycle.fromImage(image));
  }

  /** Of a system role: {@code roles/admin}. */
  public static ResourceName roleName(Slug slug) {
    return new ResourceName("roles/" + slug);
  }

  private RoleAssignment with(Lifecycle next) {
    return new RoleAssignment(id, identityId, role, next);
  }
}
