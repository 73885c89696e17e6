package io.denizen.grpc.shared;

import com.google.protobuf.Message;
import io.denizen.application.shared.Submission;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes one resource that the request names, and says nothing else about, as delete, undelete and
 * many custom methods do (AIP-135, AIP-164, AIP-136).
 *
 * @param <I> what its name is read into
 * @param <T> what the use case completes with
 */
@FunctionalInterface
public interface NamedChange<I, T> {

  /**
   * Starts the use case.
   *
   * @param version what the caller saw; null if it does not say
   */
  CompletionStage<T> start(Submission submission, I named, @Nullable Long version);

  /**
   * Answers a request that has {@code name}, {@code etag}, {@code request_id} and {@code
   * validate_only}.
   */
  static <I, T, R> void answer(
      Message request,
      StreamObserver<R> observer,
      Function<? super T, R> message,
      Function<String, I> id,
      NamedChange<I, T> change) {
    Answers.send(
        observer,
        message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          I named = fields.required("name", Submissions.text(request, "name"), id);
          Long version = Etags.version(Submissions.text(request, "etag"));
          return fields.read(() -> change.start(submission, named, version));
        });
  }
}
