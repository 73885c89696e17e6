package io.denizen.persistence.identity;

import io.denizen.domain.identity.AvatarUri;
import io.denizen.domain.identity.Bio;
import io.denizen.domain.identity.BirthDate;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalLogin;
import io.denizen.domain.identity.ExternalLoginFailure;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.LanguageTag;
import io.denizen.domain.identity.PersonName;
import io.denizen.domain.identity.PhoneNumber;
import io.denizen.domain.identity.Preferences;
import io.denizen.domain.identity.PreferencesId;
import io.denizen.domain.identity.Profile;
import io.denizen.domain.identity.ProfileId;
import io.denizen.domain.identity.Profiles;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentFailure;
import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.identity.TimeZoneName;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the room offers to {@link io.denizen.persistence.PostgresPersistence}. */
public final class IdentityPersistence {

  /** Where identities and their parts are kept. */
  public static final List<Table<?>> TABLES =
      List.of(
          new Table<>(
              Identity.class,
              IdentitySql.class,
              Map.of(
                  "identities_email_live", new IdentityFailure.EmailTaken(),
                  "identities_slug_live", new IdentityFailure.SlugTaken())),
          new Table<>(
              ExternalLogin.class,
              ExternalLoginSql.class,
              Map.of("external_logins_account_live", new ExternalLoginFailure.AccountLinked())),
          new Table<>(
              RoleAssignment.class,
              RoleAssignmentSql.class,
              Map.of("role_assignments_once_live", new RoleAssignmentFailure.Exists())),
          new Table<>(Profile.class, ProfileSql.class, Map.of(), Set.of("profiles_once_live")),
          new Table<>(
              Preferences.class, PreferencesSql.class, Map.of(), Set.of("preferences_once_live")));

  private IdentityPersistence() {}

  public static void configure(Sessions sessions) {
    sessions
        .id(IdentityId.class, IdentityId::new)
        .id(ExternalLoginId.class, ExternalLoginId::new)
        .id(RoleAssignmentId.class, RoleAssignmentId::new)
        .id(ProfileId.class, ProfileId::new)
        .id(PreferencesId.class, PreferencesId::new)
        .text(SystemRole.class, slug -> SystemRole.of(new Slug(slug)), role -> role.slug().value())
        .text(EmailAddress.class, EmailAddress::new, EmailAddress::value)
        .text(PersonName.class, PersonName::new, PersonName::value)
        .text(AvatarUri.class, AvatarUri::new, AvatarUri::value)
        .text(PhoneNumber.class, PhoneNumber::new, PhoneNumber::value)
        .text(Bio.class, Bio::new, Bio::value)
        .text(LanguageTag.class, LanguageTag::new, LanguageTag::value)
        .text(TimeZoneName.class, TimeZoneName::new, TimeZoneName::value)
        .text(BirthDate.class, BirthDate::new, BirthDate::value)
        .row(IdentityRow.class)
        .row(ExternalLoginRow.class)
        .row(RoleAssignmentRow.class)
        .row(ProfileRow.class)
        .row(PreferencesRow.class)
        .sql(IdentitySql.class)
        .sql(ExternalLoginSql.class)
        .sql(RoleAssignmentSql.class)
        .sql(ProfileSql.class)
        .sql(PreferencesSql.class);
  }

  public static Identities identities(Database database) {
    return new MyBatisIdentities(database);
  }

  public static ExternalLogins externalLogins(Database database) {
    return new MyBatisExternalLogins(database);
  }

  public static RoleAssignments roleAssignments(Database database) {
    return new MyBatisRoleAssignments(database);
  }

  public static Profiles profiles(Database database) {
    return new MyBatisProfiles(database);
  }

  public static StoredPreferences preferences(Database database) {
    return new MyBatisPreferences(database);
  }
}
