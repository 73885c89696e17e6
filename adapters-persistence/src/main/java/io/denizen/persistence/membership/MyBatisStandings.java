package io.denizen.persistence.membership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Belonging;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.Standing;
import io.denizen.domain.membership.Standings;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Keys;
import io.denizen.persistence.shared.Lookup;
import io.denizen.persistence.shared.RowReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** What is asked all the time is shared: one statement for all who ask at the same time. */
final class MyBatisStandings implements Standings {

  private final Database database;
  private final Lookup<Asked, Answered> standings;
  private final Lookup<ApplicationId, Application> applications;
  private final RowReader<StandingSql, MembershipRow, Membership> memberships;
  private final RowReader<StandingSql, MemberAccessRow, MemberAccessRow> members;

  MyBatisStandings(Database database) {
    this.database = database;
    this.standings = database.lookup(MyBatisStandings::find, Answered::asked);
    this.applications =
        new RowReader<>(database, ApplicationSql.class, ApplicationRow::toApplication)
            .lookup((sql, ids) -> sql.byIds(Keys.uuids(ids)), Application::id);
    this.memberships = new RowReader<>(database, StandingSql.class, MembershipRow::toMembership);
    this.members = new RowReader<>(database, StandingSql.class, Function.identity());
  }

  @Override
  public CompletionStage<Standing> of(AccessQuestion question) {
    return one(Asked.of(question));
  }

  @Override
  public CompletionStage<List<Standing>> of(List<AccessQuestion> questions) {
    List<Asked> asked = questions.stream().map(Asked::of).toList();
    return standings
        .all(asked)
        .thenApply(
            found -> {
              Map<Asked, Standing> byQuestion = new HashMap<>();
              found.forEach(each -> byQuestion.put(each.asked(), each.standing()));
              return asked.stream().map(each -> of(byQuestion, each)).toList();
            });
  }

  /** Not shared: it may be long, and checks do not wait for it. */
  @Override
  public CompletionStage<Standing> of(IdentityId identityId, AccessScope scope) {
    Asked everything = new Asked(identityId, scope, null);
    return database.read(session -> find(session, List.of(everything)).getFirst().standing());
  }

  /** An application that has gone since its memberships were read is left out. */
  @Override
  public CompletionStage<Page<Belonging>> belongings(
      IdentityId identityId, Instant now, PageRequest page) {
    return memberships
        .many(sql -> sql.belongings(identityId, now, page))
        .thenCompose(
            found -> {
              Map<ApplicationId, List<Membership>> byApplication =
                  found.stream()
                      .collect(groupingBy(Membership::applicationId, LinkedHashMap::new, toList()));
              Page<ApplicationId> ids =
                  Page.of(List.copyOf(byApplication.keySet()), page, Cursor::at);
              return applications
                  .all(ids.items())
                  .thenApply(
                      there ->
                          new Page<>(
                              there.stream().map(each -> belonging(each, byApplication)).toList(),
                              ids.next()));
            });
  }

  @Override
  public CompletionStage<Page<MemberAccess>> members(
      AccessScope scope, Permission permission, Instant now, PageRequest page) {
    List<PermissionPattern> patterns = PermissionPattern.covering(permission);
    return members
        .many(sql -> sql.members(scope, Keys.texts(patterns, PermissionPattern::value), now, page))
        .thenApply(
            rows ->
                Page.of(
                    rows.stream().map(row -> row.toAccess(patterns)).toList(),
                    page,
                    MemberAccess::cursor));
  }

  private static Belonging belonging(
      Application application, Map<ApplicationId, List<Membership>> memberships) {
    return new Belonging(application, memberships.getOrDefault(application.id(), List.of()));
  }

  private CompletionStage<Standing> one(Asked asked) {
    return standings
        .one(asked)
        .thenApply(found -> found.map(Answered::standing).orElse(Standing.NONE));
  }

  private static Standing of(Map<Asked, Standing> found, Asked asked) {
    return found.getOrDefault(asked, Standing.NONE);
  }

  private static List<Answered> find(SqlSession session, List<Asked> asked) {
    List<StandingRows> questions = asked.stream().map(StandingRows::of).toList();
    List<List<StandingRow>> rows = asked.stream().map(each -> newRows()).toList();
    Map<SystemRole, List<PermissionPattern>> systemRoles = new EnumMap<>(SystemRole.class);
    for (StandingRow row :
        session
            .getMapper(StandingSql.class)
            .standings(
                Keys.uuids(asked, Asked::identityId),
                Keys.uuids(asked, each -> each.scope().applicationId()),
                teams(asked),
                patterns(questions))) {
      if (row.systemRole() == null) {
        rows.get(row.question() - 1).add(row);
      } else {
        SystemRole.find(row.systemRole())
            .ifPresent(role -> systemRoles.put(role, permissions(row)));
      }
    }
    List<Answered> answered = new ArrayList<>(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      answered.add(new Answered(asked.get(i), questions.get(i).standing(rows.get(i), systemRoles)));
    }
    return answered;
  }

  /** A question has one row, but for those about somebody with many roles. */
  private static List<StandingRow> newRows() {
    return new ArrayList<>(1);
  }

  private static @Nullable UUID @Nullable [] teams(List<Asked> asked) {
    return asked.stream().anyMatch(each -> each.scope().teamId() != null)
        ? Keys.uuidsOrNulls(asked, each -> each.scope().teamId())
        : null;
  }

  private static @Nullable String[] patterns(List<StandingRows> questions) {
    @Nullable String[] patterns = new String[questions.size()];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = questions.get(i).patternText();
    }
    return patterns;
  }

  private static List<PermissionPattern> permissions(StandingRow row) {
    return Objects.requireNonNull(row.permissions()).as(PermissionPattern::new);
  }

  /** A question and how things stand. */
  private record Answered(Asked asked, Standing standing) {}
}
