package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;

import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.Team;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contracts about access build on. */
abstract class AccessPortContract extends MembershipPortContract {

  static AccessScope in(Application application, @Nullable Team team) {
    return new AccessScope(application.id(), team == null ? null : team.id());
  }

  final Role role(Application application, String slug, String... permissions) {
    return role(application, slug, List.of(), permissions);
  }

  final Role role(
      Application application, String slug, List<String> includes, String... permissions) {
    List<Slug> included = includes.stream().map(Slug::new).toList();
    List<Role> reachable = answer(ports().roles().reachable(application.id(), included));
    RoleDetails details =
        RoleDetails.named(fixtures().displayName())
            .withIncludes(included)
            .withPermissions(Stream.of(permissions).map(PermissionPattern::new).toList());
    return decided(
        occasion ->
            Role.create(
                fixtures().roleId(),
                application.id(),
                new Slug(slug),
                details,
                reachable,
                occasion));
  }

  final Role inherited(Role role) {
    return decided(
        occasion -> role.update(role.details().withInherited(true), List.of(), occasion));
  }

  final Membership suspended(Membership membership) {
    return decided(membership::suspend);
  }

  final Membership within(ValidityPeriod time, Membership membership) {
    return decided(
        occasion -> membership.update(now -> new MembershipDetails(now.roles(), time), occasion));
  }
}
