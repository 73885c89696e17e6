package io.denizen.testkit.shared;

import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.identity.ExternalLogins;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.IdentityParts;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.membership.Memberships;
import io.denizen.domain.membership.Teams;
import io.denizen.domain.shared.Ids;
import java.util.List;

/** Every port of the domain, over one store: what a contract is checked against. */
public record Ports(
    Identities identities,
    ExternalLogins externalLogins,
    Applications applications,
    Teams teams,
    Memberships memberships,
    AuditEvents auditEvents,
    Requests requests,
    Journal journal,
    Ids ids) {

  /** Whatever goes with an identity and comes back with it. */
  public IdentityParts<?> identityParts() {
    return IdentityParts.all(List.of(externalLogins));
  }
}
