package io.denizen.domain.audit;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a use case decided: how one aggregate will be, and the changes that make it so.
 *
 * @param changes none if everything is as it should be already
 * @param observed see {@link ChangeSet#observed}
 */
public record Decision<A extends Audited>(
    A outcome, List<Change<?>> changes, List<Audited> observed) {

  public Decision {
    changes = List.copyOf(changes);
    observed = List.copyOf(observed);
  }

  public static <A extends Audited> Decision<A> of(Change<A> change) {
    return new Decision<>(change.after(), List.of(change), List.of());
  }

  public static <A extends Audited> Decision<A> nothing(A asItIs) {
    return new Decision<>(asItIs, List.of(), List.of());
  }

  /** The same decision, to be refused also if one of these has changed since it was read. */
  public Decision<A> relyingOn(List<? extends Audited> others) {
    return new Decision<>(
        outcome, changes, Stream.<Audited>concat(observed.stream(), others.stream()).toList());
  }

  /** The same outcome, after other changes in the same set. */
  public Decision<A> precededBy(List<? extends Change<?>> others) {
    return new Decision<>(outcome, concat(others, changes), observed);
  }

  /** The same outcome, before other changes in the same set. */
  public Decision<A> followedBy(List<? extends Change<?>> others) {
    return new Decision<>(outcome, concat(changes, others), observed);
  }

  private static List<Change<?>> concat(
      List<? extends Change<?>> first, List<? extends Change<?>> second) {
    return Stream.<Change<?>>concat(first.stream(), second.stream()).toList();
  }
}
