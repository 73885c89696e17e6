package io.denizen.application.membership;

import io.denizen.application.shared.Found;
import io.denizen.domain.membership.ApplicationFailure;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Page;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells an application with nothing in it from an application that is not there. */
final class ApplicationContents {

  private final Applications applications;

  ApplicationContents(Applications applications) {
    this.applications = applications;
  }

  /**
   * Gives back what was found in an application. Only if that is nothing it asks for the
   * application: what lives, lives in a live one. Fails with {@link ApplicationFailure.NotFound}.
   */
  <T> CompletionStage<Page<T>> orNotFound(
      ApplicationId id, boolean includingDeleted, CompletionStage<Page<T>> found) {
    return found.thenCompose(
        page ->
            page.items().isEmpty()
                ? existing(id, includingDeleted).thenApply(application -> page)
                : CompletableFuture.completedStage(page));
  }

  private CompletionStage<?> existing(ApplicationId id, boolean includingDeleted) {
    return Found.or(
        includingDeleted ? applications.byIdIncludingDeleted(id) : applications.byId(id),
        () -> new ApplicationFailure.NotFound(id));
  }
}
