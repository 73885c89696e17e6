package io.denizen.domain.identity;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Someone, or some program, that can belong and act.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new identities come
 * from {@link #create}.
 *
 * @param emailVerified whether someone proved to read mail at the address; a new address is
 *     unproven
 * @param lastLoginTime when someone last signed in as this identity; null if nobody did. Not
 *     audited by itself, since each sign-in is, and so no part of the image
 */
public record Identity(
    IdentityId id,
    IdentityKind kind,
    IdentityDetails details,
    IdentityState state,
    boolean emailVerified,
    @Nullable Instant lastLoginTime,
    Lifecycle lifecycle)
    implements Audited {

  public static Change<Identity> create(
      IdentityId id, IdentityKind kind, IdentityDetails details, Occasion occasion) {
    requireEmailOfPerson(kind, details);
    return Change.created(
        new Identity(
            id, kind, details, IdentityState.ACTIVE, false, null, Lifecycle.begin(occasion)));
  }

  /** Someone who proved to read mail at the address before they became an identity. */
  public static Change<Identity> createVerified(
      IdentityId id, IdentityDetails details, Occasion occasion) {
    requireEmailOfPerson(IdentityKind.PERSON, details);
    return Change.created(
        new Identity(
            id,
            IdentityKind.PERSON,
            details,
            IdentityState.ACTIVE,
            true,
            null,
            Lifecycle.begin(occasion)));
  }

  /** Decides nothing if the edit changes nothing. */
  public Decision<Identity> update(Function<Identity, IdentityDetails> edit, Occasion occasion) {
    IdentityDetails edited = edit.apply(this);
    if (edited.equals(details)) {
      return Decision.nothing(this);
    }
    requireEmailOfPerson(kind, edited);
    boolean stillVerified = emailVerified && Objects.equals(emailKey(edited), emailKey(details));
    return Decision.of(
        Change.updated(
            this,
            new Identity(
                id,
                kind,
                edited,
                state,
                stillVerified,
                lastLoginTime,
                lifecycle.changed(occasion))));
  }

  /**
   * Keeps the identity from acting until it is activated again. Decides nothing if it is suspended.
   *
   * @param open its sign-ins, which end with it
   */
  public Decision<Identity> suspend(List<? extends SignIn> open, Occasion occasion) {
    return moveTo(IdentityState.SUSPENDED, "suspended", open, occasion);
  }

  /**
   * Lets the identity act again. Decides nothing if it may.
   *
   * @param open sign-ins that began while it was being suspended, and so ought not to be there
   */
  public Decision<Identity> activate(List<? extends SignIn> open, Occasion occasion) {
    return moveTo(IdentityState.ACTIVE, "activated", open, occasion);
  }

  /** Someone proved to read mail at the address. Decides nothing if that is known. */
  public Decision<Identity> confirmEmail(Occasion occasion) {
    return emailVerified
        ? Decision.nothing(this)
        : Decision.of(
            Change.updated(
                this,
                new Identity(
                    id, kind, details, state, true, lastLoginTime, lifecycle.changed(occasion))));
  }

  public Change<Identity> delete(Occasion occasion) {
    return Change.deleted(this, with(state, lifecycle.deleted(occasion)));
  }

  public Change<Identity> undelete(Occasion occasion) {
    requireDeleted();
    return Change.undeleted(this, with(state, lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "identity";
  }

  @Override
  public ResourceName name() {
    return name(id);
  }

  public static ResourceName name(IdentityId id) {
    return new ResourceName("identities/" + id.value());
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
            .putText("kind", kind)
            .putText("email", details.email())
            .putText("slug", details.slug())
            .putText("display_name", details.displayName())
            .putText("state", state)
            .put("email_verified", emailVerified);
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static Identity fromImage(Document image) {
    String email = image.textOrNull("email");
    String slug = image.textOrNull("slug");
    return new Identity(
        new IdentityId(new ResourceName(image.text("name")).id()),
        IdentityKind.valueOf(image.text("kind")),
        new IdentityDetails(
            email == null ? null : new EmailAddress(email),
            slug == null ? null : new Slug(slug),
            new DisplayName(image.text("display_name"))),
        IdentityState.valueOf(image.text("state")),
        Boolean.TRUE.equals(image.get("email_verified")),
        null,
        Lifecycle.fromImage(image));
  }

  private Decision<Identity> moveTo(
      IdentityState next, String verb, List<? extends SignIn> open, Occasion occasion) {
    if (state == next) {
      return Decision.nothing(this);
    }
    return Decision.of(Change.done(verb, this, with(next, lifecycle.changed(occasion))))
        .precededBy(
            open.stream()
                .map(signIn -> signIn.revoke(SignInEnd.IDENTITY_SUSPENDED, occasion))
                .toList());
  }

  private Identity with(IdentityState nextState, Lifecycle next) {
    return new Identity(id, kind, details, nextState, emailVerified, lastLoginTime, next);
  }

  private static @Nullable String emailKey(IdentityDetails details) {
    return details.email() == null ? null : details.email().key();
  }

  private static void requireEmailOfPerson(IdentityKind kind, IdentityDetails details) {
    if (kind == IdentityKind.PERSON && details.email() == null) {
      throw new IdentityFailure.EmailMissing().asException();
    }
  }
}
