package io.denizen.persistence.membership;

import io.denizen.domain.identity.RoleAssignmentId;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.Grant;
import io.denizen.domain.membership.HeldRole;
import io.denizen.domain.membership.HeldSystemRoles;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.Standing;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.Slug;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the rows say about one question.
 *
 * @param patterns what covers what is asked, the narrowest first; null if anything does
 */
record StandingRows(Asked asked, @Nullable List<PermissionPattern> patterns) {

  private static final int UUID_LENGTH = 36;

  /** Permissions of the held role itself stand alone. */
  private static final int OWN = 0;

  /** Those of a role that it includes stand behind its id and a blank. */
  private static final int INCLUDED = UUID_LENGTH + 1;

  static StandingRows of(Asked asked) {
    return new StandingRows(asked, asked.patterns());
  }

  /** As statements take them. */
  @Nullable String patternText() {
    return patterns == null
        ? null
        : patterns.stream().map(PermissionPattern::value).collect(Collectors.joining(" "));
  }

  /**
   * From one row or more.
   *
   * @param systemRoles what roles of the system permit
   */
  Standing standing(List<StandingRow> rows, Map<SystemRole, List<PermissionPattern>> systemRoles) {
    StandingRow first = rows.getFirst();
    List<HeldRole> held = new ArrayList<>(systemRoles(first).permitting(systemRoles, patterns));
    for (StandingRow row : rows) {
      if (row.roleId() != null) {
        addTo(held, row);
      }
    }
    return new Standing(
        first.identityState(),
        first.applicationLive() != null,
        lineage(first),
        first.membershipId() != null,
        held);
  }

  private void addTo(List<HeldRole> held, StandingRow row) {
    Texts own = Objects.requireNonNull(row.permissions());
    Texts included = Objects.requireNonNullElseGet(row.included(), Texts::of);
    if (patterns == null) {
      for (String permission : own.values()) {
        held.add(heldRole(row, permission, OWN));
      }
      for (String permission : included.values()) {
        held.add(heldRole(row, permission, INCLUDED));
      }
    } else if (!addClosest(held, row, own, OWN)) {
      addClosest(held, row, included, INCLUDED);
    }
  }

  private boolean addClosest(List<HeldRole> held, StandingRow row, Texts permissions, int start) {
    for (PermissionPattern pattern : Objects.requireNonNull(patterns)) {
      String wanted = pattern.value();
      for (String permission : permissions.values()) {
        if (permission.length() == start + wanted.length() && permission.endsWith(wanted)) {
          held.add(heldRole(row, permission, start));
          return true;
        }
      }
    }
    return false;
  }

  private HeldRole heldRole(StandingRow row, String permission, int start) {
    return new HeldRole(
        Grant.byMembership(
            asked.scope().applicationId(),
            Objects.requireNonNull(row.membershipId()),
            Objects.requireNonNull(row.roleId()),
            start == OWN ? null : roleId(permission),
            new PermissionPattern(permission.substring(start))),
        row.teamId(),
        Boolean.TRUE.equals(row.inherited()),
        Objects.requireNonNull(row.state()),
        row.validity());
  }

  private HeldSystemRoles systemRoles(StandingRow row) {
    Map<SystemRole, RoleAssignmentId> assigned = new EnumMap<>(SystemRole.class);
    if (row.assigned() != null) {
      for (String each : row.assigned().values()) {
        RoleAssignmentId id = new RoleAssignmentId(UUID.fromString(each.substring(0, UUID_LENGTH)));
        SystemRole.find(new Slug(each.substring(INCLUDED)))
            .ifPresent(role -> assigned.put(role, id));
      }
    }
    return new HeldSystemRoles(
        asked.identityId(), Boolean.TRUE.equals(row.emailVerified()), assigned);
  }

  private static RoleId roleId(String permission) {
    return new RoleId(UUID.fromString(permission.substring(0, UUID_LENGTH)));
  }

  private static List<TeamId> lineage(StandingRow row) {
    TeamIds lineage = row.lineage();
    return lineage == null ? List.of() : lineage.values();
  }
}
