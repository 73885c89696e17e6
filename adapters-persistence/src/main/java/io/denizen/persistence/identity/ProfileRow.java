package io.denizen.persistence.identity;

import io.denizen.domain.identity.AvatarUri;
import io.denizen.domain.identity.Bio;
import io.denizen.domain.identity.BirthDate;
import io.denizen.domain.identity.FullName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.LanguageTag;
import io.denizen.domain.identity.PersonName;
import io.denizen.domain.identity.PhoneNumber;
import io.denizen.domain.identity.PostalAddress;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.ProfileDetails;
import io.denizen.domain.identity.ProfileId;
import io.denizen.domain.identity.TimeZoneName;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code profiles}, column by column. */
record ProfileRow(
    ProfileId id,
    IdentityId identityId,
    @Nullable PersonName givenName,
    @Nullable PersonName familyName,
    @Nullable PersonName middleName,
    @Nullable PersonName nickname,
    @Nullable AvatarUri avatarUri,
    @Nullable PhoneNumber phoneNumber,
    @Nullable Document postalAddress,
    @Nullable Bio bio,
    @Nullable LanguageTag locale,
    @Nullable TimeZoneName timeZone,
    @Nullable BirthDate birthDate,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant deletedAt,
    @Nullable ChangeSetId deletionId,
    long version) {

  Profile toProfile() {
    return new Profile(
        id,
        identityId,
        new ProfileDetails(
            new FullName(givenName, familyName, middleName, nickname),
            avatarUri,
            phoneNumber,
            postalAddress == null ? null : PostalAddress.fromDocument(postalAddress),
            bio,
            locale,
            timeZone,
            birthDate),
        new Lifecycle(createdAt, updatedAt, deletedAt, deletionId, version));
  }
}
