package io.denizen.domain.membership;

import static java.util.stream.Collectors.toMap;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** That what has an owner keeps one. */
final class Ownership {

  private Ownership() {}

  /** Gives the places back, of whose owners all are relied on. Refused with {@link TooLarge}. */
  static List<Place> few(List<Place> places) {
    if (places.size() > Journal.MAX_CHANGES) {
      throw new TooLarge(places.size()).asException();
    }
    return places;
  }

  /**
   * Relies on those who stay, and on the roles that make them owners: two owners who remove each
   * other would otherwise both succeed.
   *
   * @param places that lose an owner
   * @param staying other owners of them
   */
  static <A extends Audited> Decision<A> kept(
      List<Place> places, List<Owner> staying, Decision<A> decision) {
    Map<Place, Owner> byPlace =
        staying.stream().collect(toMap(Owner::place, Function.identity(), (one, other) -> one));
    List<Audited> observed = new ArrayList<>();
    for (Place place : places) {
      Owner owner = byPlace.get(place);
      if (owner == null) {
        throw new MembershipFailure.LastOwner(place).asException();
      }
      observed.add(owner.membership());
      observed.add(owner.role());
    }
    return decision.relyingOn(eachOnce(observed));
  }

  private static List<Audited> eachOnce(List<Audited> observed) {
    Map<UUID, Audited> byId = new LinkedHashMap<>();
    observed.forEach(aggregate -> byId.putIfAbsent(aggregate.id().value(), aggregate));
    return List.copyOf(byId.values());
  }
}
