package io.denizen.server.importer;

import io.grpc.Channel;
import io.grpc.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Brings an organisation to what a file says of it: creates what is missing, updates what differs,
 * leaves the rest. What the file does not mention stays as it is, so the same file twice changes
 * nothing the second time.
 *
 * <p>Many lines are under way at once. A line waits for the lines that it refers to, which stand
 * above it.
 */
public final class OrganisationImport {

  private static final int IN_FLIGHT = 64;

  private final Applications applications;
  private final Identities identities;
  private final Teams teams;
  private final Memberships memberships;
  private final Map<String, CompletionStage<String>> names = new HashMap<>();
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final Tally tally = new Tally();
  private final Runnable lineDone;
  private volatile boolean serverGone;

  /**
   * An import to be run once.
   *
   * @param channel leads to the server
   * @param lineDone is run after each line, on any thread
   */
  public OrganisationImport(Channel channel, Runnable lineDone) {
    Rpc rpc = new Rpc(channel);
    this.applications = new Applications(rpc);
    this.identities = new Identities(rpc);
    this.teams = new Teams(rpc);
    this.memberships = new Memberships(rpc);
    this.lineDone = lineDone;
  }

  /**
   * Reads to the end. What fails is counted and does not keep the rest from being done, unless the
   * server has gone: then the rest is not tried.
   */
  public Tally run(BufferedReader file) throws IOException, InterruptedException {
    int number = 0;
    for (String json = file.readLine(); json != null && !serverGone; json = file.readLine()) {
      number++;
      if (!json.isBlank()) {
        inFlight.acquire();
        settle(json, number);
      }
    }
    inFlight.acquire(IN_FLIGHT);
    return tally;
  }

  private void settle(String json, int number) {
    Line line;
    try {
      line = Line.read(json);
    } catch (JacksonException malformed) {
      done("unreadable", number, null, malformed);
      return;
    }
    CompletionStage<Settled> settled = settle(line);
    String key = key(line);
    if (key != null) {
      names.put(
          key,
          settled
              .thenApply(Settled::name)
              .exceptionallyCompose(failure -> dangling(key, "whose own line failed")));
    }
    settled.whenComplete((result, failure) -> done(type(line), number, result, failure));
  }

  private CompletionStage<Settled> settle(Line line) {
    return switch (line) {
      case Line.Application application -> applications.settle(application);
      case Line.Identity identity -> identities.settle(identity);
      case Line.Team team ->
          name(applicationKey(team.application()))
              .thenCompose(
                  application ->
                      teamName(team.application(), team.parent())
                          .thenCompose(parent -> teams.settle(team, application, parent)));
      case Line.Membership membership ->
          name(applicationKey(membership.application()))
              .thenCompose(application -> settle(membership, application));
    };
  }

  private CompletionStage<Settled> settle(Line.Membership membership, String application) {
    return name(identityKey(membership.identity()))
        .thenCompose(
            identity ->
                teamName(membership.application(), membership.team())
                    .thenCompose(
                        team ->
                            memberships.settle(application, identity, team, membership.roles())));
  }

  private CompletionStage<String> teamName(String application, @Nullable String slug) {
    return slug == null ? CompletableFuture.completedFuture("") : name(teamKey(application, slug));
  }

  private CompletionStage<String> name(String key) {
    CompletionStage<String> named = names.get(key);
    return named == null ? dangling(key, "which is not in a line above") : named;
  }

  private static CompletionStage<String> dangling(String key, String why) {
    return CompletableFuture.failedStage(
        Status.FAILED_PRECONDITION
            .withDescription("refers to " + key + ", " + why)
            .asRuntimeException());
  }

  private void done(
      String type, int number, @Nullable Settled settled, @Nullable Throwable failure) {
    if (settled != null) {
      tally.count(type, settled.outcome());
    } else if (failure != null) {
      tally.fail(type, number, why(failure));
      serverGone |= Status.fromThrowable(failure).getCode() == Status.Code.UNAVAILABLE;
    }
    lineDone.run();
    inFlight.release();
  }

  private static String why(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof JacksonException malformed) {
      return malformed.getOriginalMessage();
    }
    Status status = Status.fromThrowable(failure);
    return status.getCode() + ": " + status.getDescription();
  }

  private static String type(Line line) {
    return switch (line) {
      case Line.Application a -> "applications";
      case Line.Identity i -> "identities";
      case Line.Team t -> "teams";
      case Line.Membership m -> "memberships";
    };
  }

  /** By what later lines refer to a line; nothing refers to a membership. */
  private static @Nullable String key(Line line) {
    return switch (line) {
      case Line.Application application -> applicationKey(application.slug());
      case Line.Identity identity -> identityKey(identity.slug());
      case Line.Team team -> teamKey(team.application(), team.slug());
      case Line.Membership m -> null;
    };
  }

  private static String applicationKey(String slug) {
    return "application " + slug;
  }

  private static String identityKey(String slug) {
    return "identity " + slug;
  }

  private static String teamKey(String application, String slug) {
    return "team " + slug + " of application " + application;
  }
}
