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
import java.util.function.Function;

/**
 * A context that identities belong to: a product, a customer, an organisation.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new applications
 * come from {@link #create}.
 */
public record Application(ApplicationId id, ApplicationDetails details, Lifecycle lifecycle)
    implements Audited {

  public static Change<Application> create(
      ApplicationId id, ApplicationDetails details, Occasion occasion) {
    return Change.created(new Application(id, details, Lifecycle.begin(occasion)));
  }

  /** Decides nothing if the edit changes nothing. */
  public Decision<Application> update(
      Function<Application, ApplicationDetails> edit, Occasion occasion) {
    ApplicationDetails edited = edit.apply(this);
    return edited.equals(details)
        ? Decision.nothing(this)
        : Decision.of(
            Change.updated(this, new Application(id, edited, lifecycle.changed(occasion))));
  }

  /**
   * Deletes the application and all that is in it.
   *
   * @param dependents its live teams, roles and memberships, or as many as {@link Dependents#limit}
   *     says
   * @param force whether they may go too; without it there must be none
   */
  public Decision<Application> delete(Dependents dependents, boolean force, Occasion occasion) {
    return dependents
        .allowed(force, () -> new ApplicationFailure.HasChildren(id))
        .deleteBefore(Change.deleted(this, with(lifecycle.deleted(occasion))), occasion);
  }

  /**
   * Brings the application back.
   *
   * @param dependents what its deletion removed with it
   */
  public Decision<Application> undelete(Dependents dependents, Occasion occasion) {
    requireDeleted();
    return dependents.undeleteAfter(
        Change.undeleted(this, with(lifecycle.undeleted(occasion))), List.of(), occasion);
  }

  @Override
  public String noun() {
    return "application";
  }

  @Override
  public ResourceName name() {
    return name(id);
  }

  public static ResourceName name(ApplicationId id) {
    return new ResourceName("applications/" + id.value());
  }

  /** Itself, so that the audit trail of an application has its own changes too. */
  @Override
  public ApplicationId applicationId() {
    return id;
  }

  @Override
  public Document image() {
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("slug", details.slug())
            .putText("display_name", details.displayName())
            .putText("description", details.description());
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static Application fromImage(Document image) {
    return new Application(
        new ApplicationId(new ResourceName(image.text("name")).id()),
        new ApplicationDetails(
            new Slug(image.text("slug")),
            new DisplayName(image.text("display_name")),
            new Description(image.text("description"))),
        Lifecycle.fromImage(image));
  }

  private Application with(Lifecycle next) {
    return new Application(id, details, next);
  }
}
