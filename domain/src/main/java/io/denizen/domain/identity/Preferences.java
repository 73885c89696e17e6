package io.denizen.domain.identity;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an identity prefers, in the services that know it. Each identity has them (AIP-156), empty
 * until somebody writes them: only then are they created.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new preferences come
 * from {@link #create}.
 */
public record Preferences(
    PreferencesId id, IdentityId identityId, Settings settings, Lifecycle lifecycle)
    implements IdentityPart {

  public static Change<Preferences> create(
      PreferencesId id, IdentityId identityId, Settings settings, Occasion occasion) {
    return Change.created(new Preferences(id, identityId, settings, Lifecycle.begin(occasion)));
  }

  /** Decides nothing if the edit changes nothing. */
  public Decision<Preferences> update(UnaryOperator<Settings> edit, Occasion occasion) {
    Settings edited = edit.apply(settings);
    return edited.equals(settings)
        ? Decision.nothing(this)
        : Decision.of(Change.updated(this, with(edited, lifecycle.changed(occasion))));
  }

  @Override
  public Change<Preferences> delete(Occasion occasion) {
    return Change.deleted(this, with(settings, lifecycle.deleted(occasion)));
  }

  @Override
  public Change<Preferences> undelete(Occasion occasion) {
    return Change.undeleted(this, with(settings, lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "preferences";
  }

  @Override
  public ResourceName name() {
    return name(identityId);
  }

  public static ResourceName name(IdentityId identityId) {
    return new ResourceName(Identity.name(identityId) + "/preferences");
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  @Override
  public Document image() {
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("uid", id.value())
            .put("settings", settings.document().fields());
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static Preferences fromImage(Document image) {
    return new Preferences(
        new PreferencesId(UUID.fromString(image.text("uid"))),
        new IdentityId(new ResourceName(image.text("name")).owner().id()),
        new Settings(Objects.requireNonNull(image.documentOrNull("settings"))),
        Lifecycle.fromImage(image));
  }

  private Preferences with(Settings newSettings, Lifecycle next) {
    return new Preferences(id, identityId, newSettings, next);
  }
}
