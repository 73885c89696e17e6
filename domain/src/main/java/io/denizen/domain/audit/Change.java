package io.denizen.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * One aggregate before and after.
 *
 * @param before null at creation; otherwise the version that the change was decided on
 */
public record Change<A extends Audited>(Action action, @Nullable A before, A after) {

  public static <A extends Audited> Change<A> created(A after) {
    return new Change<>(action(after, "created"), null, after);
  }

  public static <A extends Audited> Change<A> updated(A before, A after) {
    return new Change<>(action(after, "updated"), before, after);
  }

  public static <A extends Audited> Change<A> deleted(A before, A after) {
    return new Change<>(action(after, "deleted"), before, after);
  }

  public static <A extends Audited> Change<A> undeleted(A before, A after) {
    return new Change<>(action(after, "undeleted"), before, after);
  }

  /**
   * Something that has a name of its own.
   *
   * @param verb in the past, such as {@code suspended}
   */
  public static <A extends Audited> Change<A> done(String verb, A before, A after) {
    return new Change<>(action(after, verb), before, after);
  }

  private static Action action(Audited aggregate, String verb) {
    return new Action(aggregate.noun() + "." + verb);
  }
}
