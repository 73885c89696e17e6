package io.denizen.testkit.shared;

import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.credential.Credentials;
import io.denizen.domain.credential.VerificationTokens;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.identity.Profiles;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.identity.StoredPreferences;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Invitations;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.membership.SystemRoles;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Devices;
import io.denizen.domain.session.RefreshTokens;
import io.denizen.domain.session.Sessions;
import io.denizen.domain.shared.Ids;
import java.util.List;

/** Every port of the domain, over one store: what a contract is checked against. */
public record Ports(
    Identities identities,
    ExternalLogins externalLogins,
    Profiles profiles,
    StoredPreferences preferences,
    RoleAssignments roleAssignments,
    Applications applications,
    Teams teams,
    Roles roles,
    SystemRoles systemRoles,
    Owners owners,
    Memberships memberships,
    Standings standings,
    Invitations invitations,
    Devices devices,
    Sessions sessions,
    RefreshTokens refreshTokens,
    Activity activity,
    Credentials credentials,
    VerificationTokens verificationTokens,
    AuditEvents auditEvents,
    Requests requests,
    Journal journal,
    Ids ids) {

  /** Whatever goes with an identity and comes back with it. */
  public IdentityParts<?> identityParts() {
    return IdentityParts.all(
        List.of(
            refreshTokens,
            sessions,
            devices,
            externalLogins,
            profiles,
            preferences,
            roleAssignments,
            credentials,
            verificationTokens));
  }
}
