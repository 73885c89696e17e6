package io.denizen.domain.shared;

import java.util.function.Supplier;

/**
 * Why one element of a batch was refused, and the whole batch with it: the element's own failure,
 * and where the element is.
 *
 * @param path the element, or the field of it that is at fault, from the request's root, such as
 *     {@code requests[3].membership.identity}
 */
public record ElementFailure(String path, Failure of) implements Failure {

  /** Does a step for an element; what is refused, is so with its path. */
  public static <T> T locate(String element, Supplier<T> step) {
    try {
      return step.get();
    } catch (FailureException refused) {
      throw at(element, refused.failure()).asException();
    }
  }

  /** A failure of an element, or of the field in it that the failure names. */
  public static ElementFailure at(String element, Failure failure) {
    String field = failure.metadata().get("field");
    return new ElementFailure(field == null ? element : element + "." + field, failure);
  }

  @Override
  public Details details() {
    return of.details().with("field", path);
  }
}
