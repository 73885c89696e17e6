package io.denizen.application.shared;

import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.CommittedRequest;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.OutcomeErased;
import io.denizen.domain.audit.JournalFailure.RequestIdReused;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.Ids;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.StoreFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Takes a use case's decision to the journal, and answers a repeated request with its first
 * outcome.
 *
 * <p>A repeat is found by failing: the journal refuses a request id that it has seen, and whatever
 * else went wrong on the way (the email is taken - by the first attempt; the etag is stale -
 * because the first attempt took effect) is forgotten if it turns out that the request was
 * committed before. So the first attempt pays for no look-up.
 */
public final class Changes {

  private final Journal journal;
  private final Requests requests;
  private final AuditEvents auditEvents;
  private final Ids ids;
  private final Clock clock;

  /**
   * All that it needs.
   *
   * @param clock ticks in whole microseconds or finer; finer is cut off
   */
  public Changes(
      Journal journal, Requests requests, AuditEvents auditEvents, Ids ids, Clock clock) {
    this.journal = journal;
    this.requests = requests;
    this.auditEvents = auditEvents;
    this.ids = ids;
    this.clock = Clock.tick(clock, Duration.ofNanos(1_000));
  }

  /** Decides and commits. */
  public <A extends Audited> CompletionStage<A> submit(
      Submission submission,
      Function<Document, A> fromImage,
      Function<Occasion, CompletionStage<Decision<A>>> decide) {
    return submit(submission, Function.identity(), fromImage, decide);
  }

  /**
   * The same for an aggregate that has secrets, which its image leaves out.
   *
   * @param answer what is told of the outcome
   * @param fromImage the same, of the image of the outcome
   */
  public <A extends Audited, T> CompletionStage<T> submit(
      Submission submission,
      Function<A, T> answer,
      Function<Document, T> fromImage,
      Function<Occasion, CompletionStage<Decision<A>>> decide) {
    return once(
        submission,
        occasion ->
            decide
                .apply(occasion)
                .thenCompose(
                    decision ->
                        write(
                                submission,
                                ChangeSet.of(
                                    occasion, submission.caller(), submission.request(), decision))
                            .thenApply(written -> answer.apply(decision.outcome()))),
        outcome -> asItWas(outcome.getFirst(), fromImage));
  }

  /** Decides and commits about several aggregates, all of them or none. */
  public <A extends Audited> CompletionStage<List<A>> submitAll(
      Submission submission,
      Function<Document, A> fromImage,
      Function<Occasion, CompletionStage<List<Decision<A>>>> decide) {
    return submitAll(submission, Function.identity(), fromImage, decide);
  }

  /**
   * The same for aggregates that have secrets, which their images leave out.
   *
   * @param answer what is told of each outcome, in their order
   * @param fromImage the same, of the image of an outcome
   */
  public <A extends Audited, T> CompletionStage<List<T>> submitAll(
      Submission submission,
      Function<A, T> answer,
      Function<Document, T> fromImage,
      Function<Occasion, CompletionStage<List<Decision<A>>>> decide) {
    return once(
        submission,
        occasion ->
            decide
                .apply(occasion)
                .thenCompose(
                    decisions ->
                        writeAll(submission, occasion, decisions)
                            .thenApply(
                                written ->
                                    decisions.stream()
                                        .map(Decision::outcome)
                                        .map(answer)
                                        .toList())),
        outcome -> allAsTheyWere(outcome, fromImage));
  }

  /**
   * Runs the attempt; if it fails because the same request was committed before, repeats that one's
   * answer.
   */
  public <T> CompletionStage<T> once(
      Submission submission,
      Function<Occasion, CompletionStage<T>> attempt,
      Function<List<ResourceVersion>, CompletionStage<T>> repeat) {
    Occasion occasion = new Occasion(new ChangeSetId(ids.next()), clock.instant());
    CompletionStage<T> attempted = attempt(attempt, occasion);
    RequestKey key = submission.request();
    if (key == null) {
      return attempted;
    }
    return attempted.exceptionallyCompose(
        failure ->
            failedInStore(failure)
                ? CompletableFuture.failedStage(failure)
                : requests
                    .find(submission.caller().actor(), key.requestId())
                    .thenCompose(
                        committed ->
                            committed
                                .map(first -> repeat(first, key, repeat))
                                .orElseGet(() -> CompletableFuture.failedStage(failure))));
  }

  /** Commits the set, or only rehearses it. */
  public CompletionStage<Void> write(Submission submission, ChangeSet changeSet) {
    return submission.validateOnly() ? journal.rehearse(changeSet) : journal.commit(changeSet);
  }

  /** Commits what was decided of several aggregates, all of which are answered; or rehearses it. */
  public CompletionStage<Void> writeAll(
      Submission submission, Occasion occasion, List<? extends Decision<?>> decisions) {
    return write(
        submission,
        ChangeSet.ofAll(occasion, submission.caller(), submission.request(), decisions));
  }

  /** A resource as a committed request was answered it. */
  public <A> CompletionStage<A> asItWas(ResourceVersion version, Function<Document, A> fromImage) {
    return auditEvents.imageAt(version).thenApply(image -> read(version, image, fromImage));
  }

  private <A> CompletionStage<List<A>> allAsTheyWere(
      List<ResourceVersion> versions, Function<Document, A> fromImage) {
    return auditEvents
        .imagesAt(versions)
        .thenApply(
            images ->
                IntStream.range(0, versions.size())
                    .mapToObj(i -> read(versions.get(i), images.get(i), fromImage))
                    .toList());
  }

  private static <A> A read(
      ResourceVersion version, Optional<Document> image, Function<Document, A> fromImage) {
    return fromImage.apply(image.orElseThrow(() -> new OutcomeErased(version).asException()));
  }

  private static <T> CompletionStage<T> attempt(
      Function<Occasion, CompletionStage<T>> attempt, Occasion occasion) {
    try {
      return attempt.apply(occasion);
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  /** Then the store has no answer to give about the first attempt either. */
  private static boolean failedInStore(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return cause instanceof FailureException refusal && refusal.failure() instanceof StoreFailure;
  }

  private static <T> CompletionStage<T> repeat(
      CommittedRequest first,
      RequestKey key,
      Function<List<ResourceVersion>, CompletionStage<T>> repeat) {
    return first.fingerprint().equals(key.fingerprint())
        ? repeat.apply(first.outcome())
        : CompletableFuture.failedStage(new RequestIdReused(key.requestId()).asException());
  }
}
