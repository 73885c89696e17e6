package io.denizen.grpc.shared;

import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.FailureException;
import java.util.List;

/** A request that breaks rules, with every field that does (AIP-193). */
public record InvalidRequest(List<Violation> violations) implements Failure {

  public InvalidRequest {
    violations = List.copyOf(violations);
  }

  /** A request with one field at fault. */
  public static FailureException field(String path, String description) {
    return of(path, description).asException();
  }

  static InvalidRequest of(String path, String description) {
    return new InvalidRequest(List.of(new Violation(path, description)));
  }

  /** A request that is at fault as a whole, before any of its fields is read. */
  static InvalidRequest whole(String description) {
    return of("request", description);
  }

  @Override
  public Details details() {
    Violation first = violations.getFirst();
    String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
    return Details.of(
        Kind.INVALID, "INVALID_FIELD", first.path() + " " + first.description() + more);
  }

  /**
   * One field at fault.
   *
   * @param path from the request's root, such as {@code identity.email}
   * @param description what a valid value looks like; never repeats the value
   */
  public record Violation(String path, String description) {}
}
