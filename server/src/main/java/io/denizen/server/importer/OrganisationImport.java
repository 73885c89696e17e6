package io.denizen.server.importer;

import io.grpc.Channel;
import io.grpc.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Brings an organisation to what its lines say of it: creates what is missing, updates what
 * differs, leaves the rest. What no line mentions stays as it is, so the same lines twice change
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
  private final Roles roles;
  private final Memberships memberships;
  private final Users users;
  private final UserParts parts;
  private final Passwords passwords;
  private final Map<String, CompletionStage<String>> names = new ConcurrentHashMap<>();

  /** Apart from the others, without a word before each: there may be millions. */
  private final Map<String, CompletionStage<String>> identityNames = new ConcurrentHashMap<>();

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
    this(new Rpc(channel), lineDone);
  }

  /** An import, to be run once, that has the server validate every change and make none. */
  public static OrganisationImport rehearsed(Channel channel, Runnable lineDone) {
    return new OrganisationImport(new Rehearsal(channel), lineDone);
  }

  private OrganisationImport(Rpc rpc, Runnable lineDone) {
    this.applications = new Applications(rpc);
    this.identities = new Identities(rpc);
    this.teams = new Teams(rpc);
    this.roles = new Roles(rpc, outcome -> tally.count("roles", outcome));
    this.memberships = new Memberships(rpc);
    this.users = new Users(rpc);
    this.parts = new UserParts(rpc);
    this.passwords = new Passwords(rpc);
    this.lineDone = lineDone;
  }

  /** Runs an organisation file, see {@link #run(LineSource)}. */
  public Tally run(BufferedReader file) throws IOException, InterruptedException {
    return run(new OrganisationFile(file));
  }

  /**
   * Reads to the end. What fails is counted and does not keep the rest from being done, unless the
   * server has gone: then the rest is not tried.
   */
  public Tally run(LineSource source) throws IOException, InterruptedException {
    try {
      source.read(new Sink());
    } finally {
      inFlight.acquire(IN_FLIGHT);
    }
    return tally;
  }

  private void settle(Line line, String place) {
    CompletionStage<Settled> settled = settle(line);
    switch (line) {
      case Line.Identity identity ->
          identityNames.put(identity.slug(), named(settled, identityKey(identity.slug())));
      case Line.User user -> identityNames.put(user.key(), named(settled, identityKey(user.key())));
      default -> {
        String key = key(line);
        if (key != null) {
          names.put(key, named(settled, key));
        }
      }
    }
    settled.whenComplete((result, failure) -> done(type(line), place, result, failure));
  }

  private static CompletionStage<String> named(CompletionStage<Settled> settled, String key) {
    return settled
        .thenApply(Settled::name)
        .exceptionallyCompose(failure -> dangling(key, "whose own line failed"));
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
      case Line.Role role ->
          ready(role.application(), role.includes())
              .thenCompose(application -> roles.settle(role, application));
      case Line.Membership of -> settle(of.identity(), of.application(), of.team(), of.roles());
      case Line.Belonging of -> settle(of.identity(), of.application(), of.team(), null);
      case Line.User user -> users.settle(user);
      case Line.Profile of ->
          identityName(of.identity()).thenCompose(identity -> parts.settle(identity, of.profile()));
      case Line.Preferences of ->
          identityName(of.identity())
              .thenCompose(identity -> parts.settle(identity, of.key(), of.settings()));
      case Line.ExternalLogin of ->
          identityName(of.identity()).thenCompose(identity -> parts.settle(identity, of.login()));
      case Line.Password of ->
          identityName(of.identity()).thenCompose(identity -> passwords.settle(identity, of));
    };
  }

  private CompletionStage<Settled> settle(
      String identity, String application, @Nullable String team, @Nullable List<String> roles) {
    return ready(application, roles)
        .thenCompose(
            inApplication ->
                identityName(identity)
                    .thenCompose(
                        who ->
                            teamName(application, team)
                                .thenCompose(
                                    inTeam ->
                                        memberships.settle(inApplication, who, inTeam, roles))));
  }

  /**
   * The name of an application, once it has the roles: those that lines above declare, and the
   * others, which are made. Which are which is told before anything waits, while no line below has
   * been seen.
   */
  private CompletionStage<String> ready(String application, @Nullable List<String> needed) {
    CompletionStage<String> named = name(applicationKey(application));
    List<String> mentioned = new ArrayList<>();
    for (String slug : needed == null ? List.<String>of() : needed) {
      CompletionStage<String> declared = names.get(roleKey(application, slug));
      if (declared == null) {
        mentioned.add(slug);
      } else {
        named = named.thenCombine(declared, (name, role) -> name);
      }
    }
    return named.thenCompose(name -> roles.require(name, mentioned).thenApply(there -> name));
  }

  private CompletionStage<String> teamName(String application, @Nullable String slug) {
    return slug == null ? CompletableFuture.completedFuture("") : name(teamKey(application, slug));
  }

  private CompletionStage<String> identityName(String slug) {
    CompletionStage<String> named = identityNames.get(slug);
    return named == null ? dangling(identityKey(slug), "which is not in a line above") : named;
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
      String type, String place, @Nullable Settled settled, @Nullable Throwable failure) {
    if (settled != null) {
      tally.count(type, settled.outcome());
    } else if (failure != null) {
      tally.fail(type, place, why(failure));
      serverGone |= Status.fromThrowable(failure).getCode() == Status.Code.UNAVAILABLE;
    }
    lineDone.run();
    inFlight.release();
  }

  private static String why(Throwable failure) {
    Status status = Status.fromThrowable(failure);
    return status.getCode() + ": " + status.getDescription();
  }

  private static String type(Line line) {
    return switch (line) {
      case Line.Application a -> "applications";
      case Line.Identity i -> "identities";
      case Line.Team t -> "teams";
      case Line.Role r -> "roles";
      case Line.Membership m -> "memberships";
      case Line.Belonging b -> "memberships";
      case Line.User u -> "identities";
      case Line.Profile p -> "profiles";
      case Line.Preferences p -> "preferences";
      case Line.ExternalLogin e -> "external logins";
      case Line.Password p -> "passwords";
    };
  }

  /** By what later lines refer to a line that is no identity; null if nothing refers to it. */
  private static @Nullable String key(Line line) {
    return switch (line) {
      case Line.Application application -> applicationKey(application.slug());
      case Line.Identity i -> null;
      case Line.Team team -> teamKey(team.application(), team.slug());
      case Line.User u -> null;
      case Line.Role role -> roleKey(role.application(), role.slug());
      case Line.Membership m -> null;
      case Line.Belonging b -> null;
      case Line.Profile p -> null;
      case Line.Preferences p -> null;
      case Line.ExternalLogin e -> null;
      case Line.Password p -> null;
    };
  }

  private static String applicationKey(String slug) {
    return "application " + slug;
  }

  private static String identityKey(String slug) {
    return "identity " + slug;
  }

  private static String roleKey(String application, String slug) {
    return "role " + slug + " of application " + application;
  }

  private static String teamKey(String application, String slug) {
    return "team " + slug + " of application " + application;
  }

  /** Where the lines go; used by the one thread that reads. */
  private final class Sink implements LineSource.Sink {

    @Override
    public void line(String place, Line line) throws InterruptedException {
      inFlight.acquire();
      settle(line, place);
    }

    @Override
    public void fail(String type, String place, String why) {
      tally.fail(type, place, why);
    }

    @Override
    public void leaveOut(String what, int count, List<String> names) {
      tally.leaveOut(what, count, names);
    }

    @Override
    public boolean goesOn() {
      return !serverGone;
    }
  }
}
