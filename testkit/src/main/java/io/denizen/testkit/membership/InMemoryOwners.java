package io.denizen.testkit.membership;

import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.MembershipState;
import io.denizen.domain.membership.Owner;
import io.denizen.domain.membership.Owners;
import io.denizen.domain.membership.Place;
import io.denizen.domain.membership.Role;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Store;
import io.denizen.testkit.shared.Table;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Who owns what in a {@link Store}. */
public final class InMemoryOwners implements Owners {

  private final Store store;
  private final Table<Membership> memberships;
  private final Table<Role> roles;
  private final Table<Identity> identities;

  public InMemoryOwners(
      Store store, Table<Membership> memberships, Table<Role> roles, Table<Identity> identities) {
    this.store = store;
    this.memberships = memberships;
    this.roles = roles;
    this.identities = identities;
  }

  @Override
  public CompletionStage<List<Place>> ownedBy(List<MembershipId> leaving) {
    return store.alone(
        () ->
            owners()
                .filter(owner -> leaving.contains(owner.membership().id()))
                .map(Owner::place)
                .distinct()
                .toList());
  }

  @Override
  public CompletionStage<List<Place>> ownedThrough(
      ApplicationId applicationId, Slug role, int limit) {
    return store.alone(
        () ->
            owners()
                .filter(owner -> owner.role().applicationId().equals(applicationId))
                .filter(owner -> owner.role().slug().equals(role))
                .map(Owner::place)
                .distinct()
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<List<Owner>> others(
      List<Place> places, List<MembershipId> leaving, List<Slug> ending, Instant now) {
    return store.alone(
        () ->
            places.stream()
                .flatMap(
                    place ->
                        owners()
                            .filter(owner -> owner.place().equals(place))
                            .filter(owner -> canAct(owner.membership(), now))
                            .filter(owner -> !leaving.contains(owner.membership().id()))
                            .filter(owner -> !ending.contains(owner.role().slug()))
                            .limit(1))
                .toList());
  }

  private boolean canAct(Membership membership, Instant now) {
    return membership.details().validity().covers(now)
        && identities
            .findLive(membership.identityId())
            .filter(identity -> identity.state() == IdentityState.ACTIVE)
            .isPresent();
  }

  private Stream<Owner> owners() {
    return memberships
        .live()
        .filter(membership -> membership.state() == MembershipState.ACTIVE)
        .filter(membership -> membership.details().validity().expireTime() == null)
        .flatMap(
            membership ->
                roles
                    .live()
                    .filter(role -> role.details().owner())
                    .filter(role -> role.applicationId().equals(membership.applicationId()))
                    .filter(role -> membership.roles().contains(role.slug()))
                    .map(role -> new Owner(membership, role)));
  }
}
