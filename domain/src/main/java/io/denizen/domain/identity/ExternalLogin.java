package io.denizen.domain.identity;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an identity signs in at an identity provider. An account there is linked to one live
 * identity at most; what else the provider says is what it said when the account was linked.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new ones come from
 * {@link #link}.
 *
 * @param email of the account at the provider; null if it does not tell
 * @param displayName of the account at the provider; null if it does not tell
 * @param lastUsedTime when someone last signed in with it; null if nobody did. Not audited by
 *     itself, since each sign-in is, and so no part of the image
 */
public record ExternalLogin(
    ExternalLoginId id,
    IdentityId identityId,
    ExternalAccount account,
    @Nullable EmailAddress email,
    @Nullable DisplayName displayName,
    @Nullable Instant lastUsedTime,
    Lifecycle lifecycle)
    implements IdentityPart {

  public static Change<ExternalLogin> link(
      ExternalLoginId id,
      IdentityId identityId,
      ExternalAccount account,
      @Nullable EmailAddress email,
      @Nullable DisplayName displayName,
      Occasion occasion) {
    return Change.created(
        new ExternalLogin(
            id, identityId, account, email, displayName, null, Lifecycle.begin(occasion)));
  }

  @Override
  public Change<ExternalLogin> delete(Occasion occasion) {
    return Change.deleted(this, with(lifecycle.deleted(occasion)));
  }

  @Override
  public Change<ExternalLogin> undelete(Occasion occasion) {
    return Change.undeleted(this, with(lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "external_login";
  }

  @Override
  public ResourceName name() {
    return name(identityId, id);
  }

  public static ResourceName name(IdentityId identityId, ExternalLoginId id) {
    return new ResourceName(Identity.name(identityId) + "/externalLogins/" + id.value());
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
            .putText("provider", account.provider())
            .putText("subject", account.subject())
            .putText("email", email)
            .putText("display_name", displayName);
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static ExternalLogin fromImage(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    String email = image.textOrNull("email");
    String displayName = image.textOrNull("display_name");
    return new ExternalLogin(
        new ExternalLoginId(name.id()),
        new IdentityId(name.parent().id()),
        new ExternalAccount(new Slug(image.text("provider")), image.text("subject")),
        email == null ? null : new EmailAddress(email),
        displayName == null ? null : new DisplayName(displayName),
        null,
        Lifecycle.fromImage(image));
  }

  private ExternalLogin with(Lifecycle next) {
    return new ExternalLogin(id, identityId, account, email, displayName, lastUsedTime, next);
  }
}
