package io.denizen.application.membership;

import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resources as they were at an instant, by what the audit trail says; none that was deleted. */
record AsOf(AuditEvents trail, Instant time) {

  <A extends Audited> CompletionStage<Optional<A>> one(
      ResourceName name, Function<Document, A> fromImage) {
    return all(List.of(name), fromImage).thenApply(found -> found.stream().findFirst());
  }

  /**
   * Those of a list.
   *
   * @param list of what there is today, including what is deleted
   */
  <A extends Audited> CompletionStage<List<A>> all(
      Function<PageRequest, CompletionStage<Page<A>>> list, Function<Document, A> fromImage) {
    return from(null, list, fromImage, new ArrayList<>());
  }

  /** Those of the resources, whatever became of them. */
  <A extends Audited> CompletionStage<List<A>> all(
      List<ResourceName> names, Function<Document, A> fromImage) {
    return trail
        .imagesAsOf(names, time)
        .thenApply(
            images ->
                images.stream()
                    .flatMap(Optional::stream)
                    .map(fromImage)
                    .filter(resource -> resource.lifecycle().isLive())
                    .toList());
  }

  private <A extends Audited> CompletionStage<List<A>> from(
      @Nullable Cursor after,
      Function<PageRequest, CompletionStage<Page<A>>> list,
      Function<Document, A> fromImage,
      List<A> found) {
    return list.apply(new PageRequest(PageRequest.MAX_SIZE, after))
        .thenCompose(
            page ->
                all(page.items().stream().map(Audited::name).toList(), fromImage)
                    .thenCompose(
                        then -> {
                          found.addAll(then);
                          return page.next() == null
                              ? CompletableFuture.completedStage(List.copyOf(found))
                              : from(page.next(), list, fromImage, found);
                        }));
  }
}
