package io.denizen.persistence.membership;

import static java.util.stream.Collectors.groupingBy;

import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.Owner;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Place;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

final class MyBatisOwners implements Owners {

  private final Roles roles;
  private final RowReader<OwnerSql, OwnedRow, OwnedRow> places;
  private final RowReader<OwnerSql, MembershipRow, Membership> memberships;
  private final Lookup<MembershipId, OwnedRow> ownedBy;

  MyBatisOwners(Database database, Roles roles) {
    this.roles = roles;
    this.places = new RowReader<>(database, OwnerSql.class, Function.identity());
    this.memberships = new RowReader<>(database, OwnerSql.class, MembershipRow::toMembership);
    this.ownedBy =
        places.lookup((sql, ids) -> sql.ownedBy(Keys.uuids(ids)), OwnedRow::membershipId);
  }

  /** Asked of everybody who leaves, and so shared. */
  @Override
  public CompletionStage<List<Place>> ownedBy(List<MembershipId> leaving) {
    return ownedBy.all(leaving).thenApply(MyBatisOwners::places);
  }

  @Override
  public CompletionStage<List<Place>> ownedThrough(
      ApplicationId applicationId, Slug role, int limit) {
    return places
        .many(sql -> sql.ownedThrough(applicationId, role, limit))
        .thenApply(MyBatisOwners::places);
  }

  @Override
  public CompletionStage<List<Owner>> others(
      List<Place> asked, List<MembershipId> leaving, List<Slug> ending, Instant now) {
    UUID[] applications = Keys.uuids(asked, Place::applicationId);
    UUID[] teams = asked.stream().map(MyBatisOwners::team).toArray(UUID[]::new);
    return memberships
        .many(
            sql ->
                sql.others(
                    applications, teams, Keys.uuids(leaving), Keys.texts(ending, Slug::value), now))
        .thenCompose(found -> owners(found, ending));
  }

  private CompletionStage<List<Owner>> owners(List<Membership> found, List<Slug> ending) {
    CompletionStage<List<Owner>> all = CompletableFuture.completedStage(new ArrayList<>());
    Map<ApplicationId, List<Membership>> byApplication =
        found.stream().collect(groupingBy(Membership::applicationId));
    for (Map.Entry<ApplicationId, List<Membership>> each : byApplication.entrySet()) {
      List<Membership> members = each.getValue();
      List<Slug> held =
          members.stream().flatMap(member -> member.roles().slugs().stream()).distinct().toList();
      all =
          all.thenCombine(
              roles.bySlugs(each.getKey(), held),
              (owners, there) -> {
                List<Role> making =
                    there.stream()
                        .filter(role -> role.details().owner() && !ending.contains(role.slug()))
                        .toList();
                members.forEach(member -> owners.addAll(owner(member, making)));
                return owners;
              });
    }
    return all;
  }

  /** None if what made them an owner has changed since they were found. */
  private static List<Owner> owner(Membership member, List<Role> making) {
    return making.stream()
        .filter(role -> member.roles().contains(role.slug()))
        .limit(1)
        .map(role -> new Owner(member, role))
        .toList();
  }

  private static List<Place> places(List<OwnedRow> owned) {
    return owned.stream().map(OwnedRow::place).distinct().toList();
  }

  @SuppressWarnings("NullAway") // An element of an array of UUIDs may be null, which is no team.
  private static UUID team(Place place) {
    TeamId team = place.teamId();
    return team == null ? null : team.value();
  }
}
