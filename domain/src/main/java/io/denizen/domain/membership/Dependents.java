package io.denizen.domain.membership;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Teams, roles, memberships and pending invitations that cannot be without something else (an
 * application, a team, an identity): they go with it, and come back with it.
 */
public record Dependents(
    List<Team> teams,
    List<Role> roles,
    List<Membership> memberships,
    List<Invitation> invitations) {

  /** How many invitations to read for a deletion: all, and one more than can be deleted. */
  public static final int INVITATIONS = Journal.MAX_CHANGES + 1;

  public Dependents {
    teams = List.copyOf(teams);
    roles = List.copyOf(roles);
    memberships = List.copyOf(memberships);
    invitations = List.copyOf(invitations);
  }

  /** Without invitations. */
  public Dependents(List<Team> teams, List<Role> roles, List<Membership> memberships) {
    this(teams, roles, memberships, List.of());
  }

  /** The same and invitations, for which nobody has to be asked: they are offers, and lapse. */
  public Dependents and(List<Invitation> lapsing) {
    return new Dependents(teams, roles, memberships, lapsing);
  }

  public static Dependents of(List<Membership> memberships) {
    return new Dependents(List.of(), List.of(), memberships);
  }

  /**
   * Of a team.
   *
   * @param teams those inside it; the team itself may be among them and is left out
   */
  public static Dependents of(TeamId team, List<Team> teams, List<Membership> memberships) {
    return new Dependents(
        teams.stream().filter(other -> !other.id().equals(team)).toList(), List.of(), memberships);
  }

  /**
   * How many of each to read for a deletion: all that can be deleted and one more, by which it
   * shows that there are too many; or one, if there must be none anyway.
   */
  public static int limit(boolean force) {
    return force ? Journal.MAX_CHANGES + 1 : 1;
  }

  /** Whether there are none that somebody would have to agree to lose. */
  public boolean isEmpty() {
    return teams.isEmpty() && roles.isEmpty() && memberships.isEmpty();
  }

  /**
   * Gives these back if they may go, or if there are none.
   *
   * @throws io.denizen.domain.shared.FailureException otherwise
   */
  public Dependents allowed(boolean force, Supplier<? extends Failure> otherwise) {
    if (!force && !isEmpty()) {
      throw otherwise.get().asException();
    }
    return this;
  }

  /**
   * Memberships and invitations first, then roles, each before those that it includes, then the
   * innermost teams outwards, then what all of them depend on. Refused with {@link TooLarge}.
   */
  public <A extends Audited> Decision<A> deleteBefore(Change<A> last, Occasion occasion) {
    requireFew();
    Stream<Change<?>> changes =
        Stream.of(
                memberships.stream().map(membership -> membership.delete(occasion)),
                invitations.stream().map(invitation -> invitation.delete(occasion)),
                Nesting.includedFirst(roles).reversed().stream()
                    .map(role -> role.deleteAlone(occasion)),
                Nesting.parentsFirst(teams).reversed().stream()
                    .map(team -> team.deleteAlone(occasion)),
                Stream.of(last))
            .flatMap(part -> part);
    return new Decision<>(last.after(), changes.toList(), List.of());
  }

  /**
   * A deletion backwards. Refused with {@link TooLarge}.
   *
   * @param there the roles that memberships may come back with, besides those of these dependents
   */
  public <A extends Audited> Decision<A> undeleteAfter(
      Change<A> first, List<Role> there, Occasion occasion) {
    requireFew();
    GrantableRoles grantable =
        GrantableRoles.of(Stream.concat(roles.stream(), there.stream()).toList());
    Stream<Change<?>> changes =
        Stream.of(
                Stream.of(first),
                Nesting.parentsFirst(teams).stream().map(team -> team.undeleteAlone(occasion)),
                Nesting.includedFirst(roles).stream().map(role -> role.undeleteAlone(occasion)),
                memberships.stream()
                    .map(membership -> membership.undeleteWithParent(grantable, occasion)),
                invitations.stream().map(invitation -> invitation.undelete(occasion)))
            .flatMap(part -> part);
    return new Decision<>(first.after(), changes.toList(), List.of());
  }

  private void requireFew() {
    int changes = teams.size() + roles.size() + memberships.size() + invitations.size() + 1;
    if (changes > Journal.MAX_CHANGES) {
      throw new TooLarge(changes).asException();
    }
  }
}
