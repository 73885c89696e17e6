package io.denizen.persistence.audit;

import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.StoreFailure;
import io.denizen.persistence.shared.Call;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Lane;
import io.denizen.persistence.shared.SqlErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Commits the change sets of many callers in one transaction, with the same result for each of them
 * as if they had come one after the other.
 *
 * <p>Sets that clash do not share a transaction. If a shared one is refused, its halves are tried,
 * and theirs, until whoever is to blame is alone. Who would wait for somebody else's lock waits in
 * a transaction of its own, together with all that clashes with it.
 */
final class GroupCommit {

  /** Sets that are taken at once. */
  private static final int MOST = 256;

  private final Database database;
  private final ChangeSetWriter writer;
  private final Refusals refusals;
  private final BiFunction<CallerScope.Captured, ChangeSet, CompletionStage<Void>> alone;
  private final Lane<Commit> lane;
  private final Set<ChangeSet> blocked = ConcurrentHashMap.newKeySet();

  /**
   * Takes all that it needs.
   *
   * @param alone commits a set in a transaction of its own, which may wait
   */
  GroupCommit(
      Database database,
      ChangeSetWriter writer,
      Refusals refusals,
      BiFunction<CallerScope.Captured, ChangeSet, CompletionStage<Void>> alone) {
    this.database = database;
    this.writer = writer;
    this.refusals = refusals;
    this.alone = alone;
    this.lane = database.lane("commit", database.threads().commits(), MOST, this::commit);
  }

  CompletionStage<Void> commit(ChangeSet set) {
    Commit commit = new Commit(database.caller(), set);
    lane.submit(commit);
    return commit.answer();
  }

  private void commit(List<Commit> taken) {
    List<Commit> waiting = taken;
    while (!waiting.isEmpty()) {
      Touched committed = new Touched();
      List<Commit> later = new ArrayList<>();
      List<Commit> together = compatible(waiting, later);
      if (!together.isEmpty()) {
        commit(together, committed);
      }
      waiting = later.stream().filter(commit -> commit.isStillPossible(committed)).toList();
    }
  }

  /** Picks what may share a transaction; what may not, for a clash within the group, is later's. */
  private List<Commit> compatible(List<Commit> waiting, List<Commit> later) {
    Touched atLocks = new Touched();
    blocked.forEach(atLocks::add);
    Touched touched = new Touched();
    List<Commit> together = new ArrayList<>();
    for (Commit commit : waiting) {
      if (atLocks.clashesWith(commit.set)) {
        leaveAlone(commit);
      } else if (touched.clashesWith(commit.set)) {
        later.add(commit);
      } else {
        touched.add(commit.set);
        together.add(commit);
      }
    }
    return together;
  }

  private void commit(List<Commit> together, Touched committed) {
    try {
      List<ChangeSet> sets = together.stream().map(commit -> commit.set).toList();
      database.commit(session -> writer.write(sets, session));
    } catch (RuntimeException refused) {
      if (SqlErrors.isOutage(refused)) {
        // Nobody knows whether it took effect; to try again might be to do it twice.
        throw refused;
      }
      if (together.size() == 1) {
        settle(together.getFirst(), refused);
      } else {
        int half = together.size() / 2;
        commit(together.subList(0, half), committed);
        commit(together.subList(half, together.size()), committed);
      }
      return;
    }
    for (Commit commit : together) {
      committed.add(commit.set);
      commit.complete(null);
    }
  }

  private void settle(Commit commit, RuntimeException refused) {
    if (SqlErrors.isBlocked(refused)) {
      leaveAlone(commit);
    } else {
      commit.refuse(refusals.explain(refused, commit.set));
    }
  }

  private void leaveAlone(Commit commit) {
    blocked.add(commit.set);
    alone
        .apply(commit.caller(), commit.set)
        .whenComplete(
            (done, refused) -> {
              blocked.remove(commit.set);
              if (refused == null) {
                commit.complete(null);
              } else {
                commit.refuse(refused);
              }
            });
  }

  /** One caller's change set. */
  private static final class Commit extends Call<Void> {

    private final ChangeSet set;

    Commit(CallerScope.Captured caller, ChangeSet set) {
      super(caller);
      this.set = set;
    }

    /** Whether it is worth an attempt after those; refuses it if not. */
    boolean isStillPossible(Touched committed) {
      committed.refusalOf(set).ifPresent(failure -> refuse(failure.asException()));
      if (caller().isGone()) {
        refuse(new StoreFailure.CallerGone().asException());
      }
      return !answer().toCompletableFuture().isDone();
    }
  }
}
