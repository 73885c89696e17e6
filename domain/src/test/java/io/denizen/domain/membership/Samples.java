package io.denizen.domain.membership;

import static io.denizen.domain.shared.Occasions.FIRST;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something to decide about. */
final class Samples {

  static final ApplicationId APPLICATION = new ApplicationId(new UUID(0x7000L, 1));
  static final IdentityId IDENTITY = new IdentityId(new UUID(0x7000L, 2));

  private Samples() {}

  static Application application() {
    return Application.create(
            APPLICATION,
            new ApplicationDetails(
                new Slug("shop"), new DisplayName("The Shop"), new Description("Sells.")),
            FIRST)
        .after();
  }

  static TeamId teamId(int number) {
    return new TeamId(new UUID(0x7000L, 1_000 + number));
  }

  static Team team(int number, @Nullable Integer parent) {
    return Team.create(
            teamId(number),
            APPLICATION,
            new TeamDetails(
                parent == null ? null : teamId(parent),
                new Slug("team-" + number),
                new DisplayName("Team " + number),
                new Description("")),
            FIRST)
        .after();
  }

  static Role role(String slug, String... includes) {
    return new Role(
        new RoleId(new UUID(0x7000L, slug.hashCode())),
        APPLICATION,
        new Slug(slug),
        RoleDetails.named(new DisplayName(slug))
            .withIncludes(Stream.of(includes).map(Slug::new).toList()),
        Lifecycle.begin(FIRST));
  }

  static Membership membership(int number, @Nullable Integer team) {
    return Membership.create(
            new MembershipId(new UUID(0x7000L, 2_000 + number)),
            APPLICATION,
            IDENTITY,
            team == null ? null : teamId(team),
            MembershipDetails.of(RoleSlugs.of("member", "admin")),
            MembershipState.ACTIVE,
            FIRST)
        .after();
  }
}
