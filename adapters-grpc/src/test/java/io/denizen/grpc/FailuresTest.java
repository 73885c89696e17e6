package io.denizen.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.denizen.domain.credential.CredentialFailure;
import io.denizen.domain.identity.IdentityFailure;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.MembershipFailure;
import io.denizen.domain.session.SessionFailure;
import io.denizen.domain.shared.ElementFailure;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.StoreFailure;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Failures;
import io.denizen.grpc.testing.Refusal;
import io.denizen.grpc.testing.Served;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceImplBase;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class FailuresTest {

  private static final String SECRET = "the password is swordfish";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Failures.class);

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setAdditive(true);
  }

  @Test
  void aFailureIsToldHoweverItArrives() {
    IdentityId nobody = new IdentityId(new UUID(1, 2));
    RuntimeException refusal = new IdentityFailure.NotFound(nobody).asException();

    for (Refusal refused :
        List.of(
            thrown(refusal),
            failed(refusal),
            failed(new CompletionException(refusal)),
            failed(new CompletionException(new CompletionException(refusal))))) {
      refused.is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND").of("identities/" + nobody.value());
    }
    assertThat(log.list).isEmpty();
  }

  @Test
  void aFaultOfOursIsToldByACorrelationIdAloneAndLoggedInFull() {
    for (Throwable fault :
        List.of(
            new IllegalStateException(SECRET),
            new StackOverflowError(SECRET),
            Status.NOT_FOUND.withDescription(SECRET).asRuntimeException())) {
      requireFaultOfOurs(thrown(fault));
      requireFaultOfOurs(failed(fault));
    }
  }

  @Test
  void noRetryIsPromisedToHelpWhereALimitIsReached() {
    failed(new SessionFailure.TooMany(new IdentityId(new UUID(1, 2))).asException())
        .is(Code.RESOURCE_EXHAUSTED, "TOO_MANY_SESSIONS");
  }

  @Test
  void aRetryIsPromisedToHelpWhereTheStoreIsAwayOrOverloaded() {
    // That RetryInfo is there is checked with every refusal.
    failed(new StoreFailure.Unavailable().asException())
        .is(Code.UNAVAILABLE, "DATABASE_UNAVAILABLE");
    failed(new StoreFailure.Overloaded().asException()).is(Code.RESOURCE_EXHAUSTED, "OVERLOADED");
  }

  @Test
  void aFieldFoundAtFaultLateIsNamedInTheMessageToo() {
    Failure over = new MembershipFailure.AlreadyOver();

    assertThat(failed(over.asException()).isInvalid("membership.expire_time").message())
        .isEqualTo("membership.expire_time must be in the future");
    assertThat(failed(ElementFailure.at("requests[1]", over).asException()).message())
        .isEqualTo("requests[1].membership.expire_time must be in the future");
    assertThat(failed(new CredentialFailure.TooEasy("must be longer").asException()).message())
        .isEqualTo("password must be longer");
  }

  @Test
  void aValueAtFaultOutsideOfAnyFieldIsToldOfTheRequest() {
    assertThat(failed(new InvalidValue("must be better").asException()).fields())
        .containsExactly("request");
  }

  @Test
  void aMethodWithoutImplementationIsToldLikeOneThatIsNotThere() {
    try (Served served = served(new IdentityServiceImplBase() {})) {
      Refusal.of(() -> get(served)).is(Code.UNIMPLEMENTED, "METHOD_NOT_FOUND");
    }
  }

  private void requireFaultOfOurs(Refusal refused) {
    refused.is(Code.INTERNAL, "INTERNAL");
    assertThat(refused.toString()).doesNotContain("swordfish");
    assertThat(log.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.ERROR);
              assertThat(event.getFormattedMessage())
                  .contains(refused.metadata().get("correlation_id"));
              assertThat(event.getFormattedMessage() + throwable(event)).contains("swordfish");
            });
    log.list.clear();
  }

  private static String throwable(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? "" : thrown.getMessage();
  }

  /** A service method that throws. */
  private static Refusal thrown(Throwable fault) {
    return refused(
        observer -> {
          if (fault instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) fault;
        });
  }

  /** A use case that fails. */
  private static Refusal failed(Throwable fault) {
    return refused(
        observer -> Answers.send(observer, fields -> CompletableFuture.failedStage(fault)));
  }

  private static Refusal refused(Consumer<StreamObserver<Identity>> handler) {
    IdentityServiceImplBase service =
        new IdentityServiceImplBase() {
          @Override
          public void getIdentity(GetIdentityRequest request, StreamObserver<Identity> observer) {
            handler.accept(observer);
          }
        };
    try (Served served = served(service)) {
      return Refusal.of(() -> get(served));
    }
  }

  private static Served served(IdentityServiceImplBase service) {
    return new Served(List.of(GrpcEndpoints.endpoint(service)));
  }

  private static void get(Served served) {
    IdentityServiceGrpc.newBlockingStub(served.channel())
        .getIdentity(GetIdentityRequest.getDefaultInstance());
  }
}
