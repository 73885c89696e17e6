package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group inside an application. Teams nest, and a team is never inside itself, however deep.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new teams come from
 * {@link #create}.
 *
 * @param applicationId decided at creation
 */
public record Team(TeamId id, ApplicationId applicationId, TeamDetails details, Lifecycle lifecycle)
    implements Audited {

  /** A new team has nothing inside, so it may have any parent of its application. */
  public static Change<Team> create(
      TeamId id, ApplicationId applicationId, TeamDetails details, Occasion occasion) {
    return Change.created(new Team(id, applicationId, details, Lifecycle.begin(occasion)));
  }

  /**
   * Changes the team to how it was edited, and moves it if it was given another parent; decides
   * nothing if nothing is different. Refused with {@link TeamFailure.ParentNotFound} or {@link
   * TeamFailure.Cycle}.
   *
   * <p>A move relies on every team above the new parent staying where it is: two moves at the same
   * time could otherwise put each team inside the other.
   *
   * @param lineage the new parent and all teams above it, as {@link Teams#lineage} gives them; not
   *     looked at unless the team moves below another one
   */
  public Decision<Team> update(TeamDetails edited, List<Team> lineage, Occasion occasion) {
    if (edited.equals(details)) {
      return Decision.nothing(this);
    }
    Change<Team> change =
        Change.updated(this, new Team(id, applicationId, edited, lifecycle.changed(occasion)));
    TeamId newParent = newParent(edited);
    if (newParent == null) {
      return Decision.of(change);
    }
    requirePlace(newParent, lineage);
    return Decision.of(change).relyingOn(lineage);
  }

  /** The other team that an edit moves this one into; null if it does not. */
  public @Nullable TeamId newParent(TeamDetails edited) {
    TeamId parent = edited.parent();
    return parent == null || parent.equals(details.parent()) ? null : parent;
  }

  /**
   * Deletes the team and all that is in it.
   *
   * @param dependents the live teams inside it, and the live memberships in it and in them, or as
   *     many as {@link Dependents#limit} says
   * @param force whether they may go too; without it there must be none
   */
  public Decision<Team> delete(Dependents dependents, boolean force, Occasion occasion) {
    return dependents
        .allowed(force, () -> new TeamFailure.HasChildren(applicationId, id))
        .deleteBefore(deleteAlone(occasion), occasion);
  }

  /**
   * Brings the team back.
   *
   * @param dependents what its deletion removed with it
   * @param there the roles that the memberships among them may come back with
   */
  public Decision<Team> undelete(Dependents dependents, List<Role> there, Occasion occasion) {
    requireDeleted();
    return dependents.undeleteAfter(undeleteAlone(occasion), there, occasion);
  }

  @Override
  public String noun() {
    return "team";
  }

  @Override
  public ResourceName name() {
    return name(applicationId, id);
  }

  public static ResourceName name(ApplicationId applicationId, TeamId id) {
    return new ResourceName(Application.name(applicationId) + "/teams/" + id.value());
  }

  @Override
  public Document image() {
    TeamId parent = details.parent();
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("parent_team", parent == null ? null : name(applicationId, parent))
            .putText("slug", details.slug())
            .putText("display_name", details.displayName())
            .putText("description", details.description());
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static Team fromImage(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    String parent = image.textOrNull("parent_team");
    return new Team(
        new TeamId(name.id()),
        new ApplicationId(name.parent().id()),
        new TeamDetails(
            parent == null ? null : new TeamId(new ResourceName(parent).id()),
            new Slug(image.text("slug")),
            new DisplayName(image.text("display_name")),
            new Description(image.text("description"))),
        Lifecycle.fromImage(image));
  }

  Change<Team> deleteAlone(Occasion occasion) {
    return Change.deleted(this, with(lifecycle.deleted(occasion)));
  }

  Change<Team> undeleteAlone(Occasion occasion) {
    return Change.undeleted(this, with(lifecycle.undeleted(occasion)));
  }

  private void requirePlace(TeamId newParent, List<Team> lineage) {
    if (newParent.equals(id) || lineage.stream().anyMatch(team -> team.id().equals(id))) {
      throw new TeamFailure.Cycle(applicationId, id, newParent).asException();
    }
    if (lineage.isEmpty() || !lineage.getFirst().id().equals(newParent)) {
      throw new TeamFailure.ParentNotFound(applicationId, newParent).asException();
    }
  }

  private Team with(Lifecycle next) {
    return new Team(id, applicationId, details, next);
  }
}
