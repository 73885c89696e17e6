package io.denizen.benchmarks.inprocess;

import io.denizen.domain.audit.Change;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Slug;
import java.time.Instant;
import java.util.UUID;

/** An identity as there are many. */
public final class SomeIdentity {
  private static final Occasion OCCASION =
      new Occasion(
          new ChangeSetId(UUID.fromString("018f0000-0004-7000-8000-100000000000")),
          Instant.parse("2026-01-01T00:00:00.123456Z"));

  private SomeIdentity() {}

  /** Its details. */
  public static IdentityDetails details() {
    return new IdentityDetails(
        new EmailAddress("p100000000000@bench.example"),
        new Slug("p100000000000"),
        new DisplayName("Person 100000000000"));
  }

  /** Its creation. */
  public static Change<Identity> created() {
    return Identity.create(
        new IdentityId(UUID.fromString("018f0000-0000-7000-8000-100000000000")),
        IdentityKind.PERSON,
        details(),
        OCCASION);
  }
}
