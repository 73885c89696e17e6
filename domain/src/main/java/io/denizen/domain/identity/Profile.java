package io.denizen.domain.identity;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an identity tells about itself. Each identity has one (AIP-156), which says nothing until
 * somebody writes it: only then is it created.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new profiles come
 * from {@link #create}.
 */
public record Profile(
    ProfileId id, IdentityId identityId, ProfileDetails details, Lifecycle lifecycle)
    implements IdentityPart {

  /** Where a day begins before it begins anywhere else. */
  private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

  /** Refused with {@link ProfileFailure.BirthDateInFuture}. */
  public static Change<Profile> create(
      ProfileId id, IdentityId identityId, ProfileDetails details, Occasion occasion) {
    requireBorn(details, occasion);
    return Change.created(new Profile(id, identityId, details, Lifecycle.begin(occasion)));
  }

  /**
   * Decides nothing if the edit changes nothing. Refused with {@link
   * ProfileFailure.BirthDateInFuture}.
   */
  public Decision<Profile> update(UnaryOperator<ProfileDetails> edit, Occasion occasion) {
    ProfileDetails edited = edit.apply(details);
    if (edited.equals(details)) {
      return Decision.nothing(this);
    }
    requireBorn(edited, occasion);
    return Decision.of(
        Change.updated(this, new Profile(id, identityId, edited, lifecycle.changed(occasion))));
  }

  @Override
  public Change<Profile> delete(Occasion occasion) {
    return Change.deleted(this, with(lifecycle.deleted(occasion)));
  }

  @Override
  public Change<Profile> undelete(Occasion occasion) {
    return Change.undeleted(this, with(lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "profile";
  }

  @Override
  public ResourceName name() {
    return name(identityId);
  }

  public static ResourceName name(IdentityId identityId) {
    return new ResourceName(Identity.name(identityId) + "/profile");
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  @Override
  public Document image() {
    PostalAddress address = details.postalAddress();
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("uid", id.value())
            .putText("given_name", details.name().given())
            .putText("family_name", details.name().family())
            .putText("middle_name", details.name().middle())
            .putText("nickname", details.name().nickname())
            .putText("avatar_uri", details.avatarUri())
            .putText("phone_number", details.phoneNumber())
            .put("postal_address", address == null ? null : address.document().fields())
            .putText("bio", details.bio())
            .putText("locale", details.locale())
            .putText("time_zone", details.timeZone())
            .putText("birth_date", details.birthDate());
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static Profile fromImage(Document image) {
    return new Profile(
        new ProfileId(UUID.fromString(image.text("uid"))),
        new IdentityId(new ResourceName(image.text("name")).owner().id()),
        details(image),
        Lifecycle.fromImage(image));
  }

  private static ProfileDetails details(Document image) {
    Document address = image.documentOrNull("postal_address");
    return new ProfileDetails(
        new FullName(
            image.valueOrNull("given_name", PersonName::new),
            image.valueOrNull("family_name", PersonName::new),
            image.valueOrNull("middle_name", PersonName::new),
            image.valueOrNull("nickname", PersonName::new)),
        image.valueOrNull("avatar_uri", AvatarUri::new),
        image.valueOrNull("phone_number", PhoneNumber::new),
        address == null ? null : PostalAddress.fromDocument(address),
        image.valueOrNull("bio", Bio::new),
        image.valueOrNull("locale", LanguageTag::new),
        image.valueOrNull("time_zone", TimeZoneName::new),
        image.valueOrNull("birth_date", BirthDate::new));
  }

  private Profile with(Lifecycle next) {
    return new Profile(id, identityId, details, next);
  }

  private static void requireBorn(ProfileDetails details, Occasion occasion) {
    LocalDate today = LocalDate.ofInstant(occasion.time(), FIRST_TO_SEE_A_DAY);
    if (details.birthDate() != null && details.birthDate().isAfter(today)) {
      throw new ProfileFailure.BirthDateInFuture().asException();
    }
  }
}
