package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.ListAuditEventsResponse;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.PostgresServer;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * A secret comes out nowhere: not in a row but as its hash in the column for that, not in the log,
 * not in a refusal, not in another answer. It is one if its field is marked with debug_redact.
 */
@EndToEnd
class SecretsIT {
  private static final String MARK = "unmistakable";

  /** What a caller may get wrong about a secret, while it stays one. */
  private static final List<UnaryOperator<String>> MISTAKES =
      List.of(
          secret -> secret + MARK,
          secret -> MARK + secret,
          secret -> MARK,
          secret -> "$argon2id$" + MARK,
          secret -> MARK.repeat(500));

  /** Columns that exist to hold what is made of secrets. */
  private static final List<String> OF_SECRETS = List.of("hash", "token_hash", "salt");

  private static final String LISTENING = "Whatever a library says from now on follows this line.";
  private static final String LISTENING_ELSEWHERE = "And what others say follows this one.";
  private static final String LISTENING_CLOSELY = "Whatever Denizen says follows this one.";

  private final Overheard overheard = new Overheard();

  @Test
  void noSecretOfAnyMethodComesOutAgain(PostgresServer postgresql) {
    try (TestDenizen denizen = TestDenizen.onFreshDatabase(postgresql, 4)) {
      Caller caller =
          new Caller(
              ClientInterceptors.intercept(denizen.newChannel(), overheard), "services/it-tests");
      String log = logged(() -> sayEverything(caller));
      listTheTrail(caller);

      List<String> secrets = new ArrayList<>(overheard.secrets());
      assertThat(secrets).hasSizeGreaterThan(20).anyMatch(secret -> secret.contains(MARK));
      secrets.addAll(kept(denizen));
      String rows = rows(denizen);
      String answers = String.join("\n", overheard.answers());
      assertThat(log).contains(LISTENING, LISTENING_ELSEWHERE, LISTENING_CLOSELY);
      assertThat(rows).contains("refresh_token.consumed", "credential.created", "Ada Lovelace");
      assertThat(answers).contains("refresh_token.consumed", "PASSWORD_WRONG", "Ada Lovelace");
      for (String secret : secrets) {
        for (String disguise : disguises(secret)) {
          assertThat(rows.contains(disguise)).as("a row says %s", disguise).isFalse();
          assertThat(log.contains(disguise)).as("the log says %s", disguise).isFalse();
          assertThat(answers.contains(disguise)).as("an answer says %s", disguise).isFalse();
        }
      }
    }
  }

  /** Has every method succeed, and fail with each mistake about its secrets. */
  private static void sayEverything(Caller caller) {
    ValidRequests valid = new ValidRequests(caller);
    Api.methods()
        .forEach(
            method -> {
              if (Confidences.hasSecrets(Api.request(method))) {
                MISTAKES.forEach(
                    mistake -> send(caller, method, Confidences.spoilt(valid.of(method), mistake)));
              }
              assertThat(send(caller, method, valid.of(method)))
                  .as(method.getFullMethodName())
                  .isTrue();
            });
  }

  /** Whether the answer was OK. */
  private static <Q, R> boolean send(
      Caller caller, MethodDescriptor<Q, R> method, Message message) {
    FieldDescriptor requestId = message.getDescriptorForType().findFieldByName("request_id");
    Message request =
        requestId == null
            ? message
            : message.toBuilder().setField(requestId, Some.requestId()).build();
    try {
      @SuppressWarnings("unchecked") // It was made for this method.
      Q typed = (Q) request;
      ClientCalls.blockingUnaryCall(caller.channel(), method, CallOptions.DEFAULT, typed);
      return true;
    } catch (StatusRuntimeException refused) {
      return false;
    }
  }

  private static void listTheTrail(Caller caller) {
    ListAuditEventsRequest.Builder request = ListAuditEventsRequest.newBuilder().setPageSize(1_000);
    ListAuditEventsResponse page;
    do {
      page = caller.audit().listAuditEvents(request.build());
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
  }

  /** What was logged meanwhile, at the finest level of ours and from INFO on of others. */
  private static String logged(Runnable work) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("io.denizen");
    Level rootBefore = root.getLevel();
    Level oursBefore = ours.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.INFO);
    ours.setLevel(Level.TRACE);
    // gRPC and the driver of PostgreSQL use java.util.logging.
    SLF4JBridgeHandler.install();
    try {
      LoggerFactory.getLogger("com.example.library").info(LISTENING);
      java.util.logging.Logger.getLogger("com.example.other").info(LISTENING_ELSEWHERE);
      LoggerFactory.getLogger(SecretsIT.class).trace(LISTENING_CLOSELY);
      work.run();
    } finally {
      SLF4JBridgeHandler.uninstall();
      ours.setLevel(oursBefore);
      root.setLevel(rootBefore);
      root.detachAppender(lines);
    }
    return List.copyOf(lines.list).stream()
        .map(
            line ->
                line.getFormattedMessage()
                    + (line.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(line.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }

  /** Every row of every table, but for the columns that are for secrets. */
  private static String rows(TestDenizen denizen) {
    return denizen
        .sql()
        .strings("SELECT tablename FROM pg_tables WHERE schemaname = 'denizen'")
        .stream()
        .flatMap(
            table ->
                denizen
                    .sql()
                    .strings(
                        "SELECT (to_jsonb(t) - ?::text[])::text FROM denizen." + table + " t",
                        "{" + String.join(",", OF_SECRETS) + "}")
                    .stream())
        .collect(Collectors.joining("\n"));
  }

  /** What those columns hold: whoever reads it may try to guess what it was made of. */
  private static List<String> kept(TestDenizen denizen) {
    return denizen
        .sql()
        .strings(
            """
            SELECT format('SELECT %I::text FROM denizen.%I', column_name, table_name)
              FROM information_schema.columns
              WHERE table_schema = 'denizen' AND column_name = ANY(?::text[])
            """,
            "{" + String.join(",", OF_SECRETS) + "}")
        .stream()
        .flatMap(query -> denizen.sql().strings(query).stream())
        .map(value -> value.startsWith("\\x") ? value.substring(2) : value)
        .filter(value -> !value.equals("null"))
        .toList();
  }

  private static List<String> disguises(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    byte[] digest = sha256(bytes);
    return Stream.concat(
            Stream.of(secret),
            Stream.of(bytes, digest)
                .flatMap(
                    of ->
                        Stream.of(
                            HexFormat.of().formatHex(of),
                            Base64.getEncoder().withoutPadding().encodeToString(of),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(of))))
        .toList();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
