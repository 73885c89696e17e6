package io.denizen.domain.audit;

import java.util.List;

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

  /** The same decision, to be refused if one of these has changed since it was read. */
  public Decision<A> relyingOn(List<? extends Audited> observed) {
    return new Decision<>(outcome, changes, List.copyOf(observed));
  }
}
