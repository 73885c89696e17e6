package io.denizen.it.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.Identity;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.Sql;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.grpc.Status;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a deletion takes along comes back with it: that, and nothing that went before. */
@EndToEnd
class ForcedDeletionIT {
  private final Sql sql;
  private final Deletions by;

  private final Application application;
  private final Team outer;
  private final Team inner;
  private final Team beside;
  private final Identity ada;
  private final Identity grace;
  private final Membership adaInApplication;
  private final Membership adaInInner;
  private final Membership adaInBeside;
  private final Membership graceInOuter;

  /** Had left before anything else was deleted. */
  private final Membership graceInInner;

  ForcedDeletionIT(TestDenizen denizen) {
    Caller caller = denizen.caller();
    sql = denizen.sql();
    by = new Deletions(caller);
    application = Some.application(caller);
    outer = Some.team(caller, application, "");
    inner = Some.team(caller, application, outer.getName());
    beside = Some.team(caller, application, "");
    ada = Some.person(caller);
    grace = Some.person(caller);
    adaInApplication = Some.membership(caller, application, ada, "");
    adaInInner = Some.membership(caller, application, ada, inner.getName());
    adaInBeside = Some.membership(caller, application, ada, beside.getName());
    graceInOuter = Some.membership(caller, application, grace, outer.getName());
    graceInInner = Some.membership(caller, application, grace, inner.getName());
    by.delete(graceInInner);
  }

  @Test
  void anApplicationComesBackWithWhatItsDeletionRemoved() {
    by.delete(beside);
    Set<String> before = live();
    long events = events();

    by.delete(application);

    assertThat(live()).containsExactlyInAnyOrder(ids(ada.getName(), grace.getName()));
    // The application, two teams, and three memberships: those in the team beside were gone.
    assertThat(events() - events).isEqualTo(1 + 2 + 3);

    by.undelete(application);

    assertThat(live()).isEqualTo(before);
    assertThat(events() - events).isEqualTo(2 * (1 + 2 + 3));
  }

  @Test
  void aTeamComesBackWithWhatItsDeletionRemoved() {
    by.delete(adaInInner);
    Set<String> before = live();
    long events = events();

    by.delete(outer);

    assertThat(live())
        .containsExactlyInAnyOrder(
            ids(
                application.getName(),
                beside.getName(),
                ada.getName(),
                grace.getName(),
                adaInApplication.getName(),
                adaInBeside.getName()));
    assertThat(events() - events).isEqualTo(2 + 1);

    by.undelete(outer);

    assertThat(live()).isEqualTo(before);
    assertThat(events() - events).isEqualTo(2 * (2 + 1));
  }

  @Test
  void anIdentityComesBackWithWhatItsDeletionRemoved() {
    by.delete(adaInBeside);
    Set<String> before = live();
    long events = events();

    by.delete(ada);

    assertThat(live())
        .containsExactlyInAnyOrder(
            ids(
                application.getName(),
                outer.getName(),
                inner.getName(),
                beside.getName(),
                grace.getName(),
                graceInOuter.getName()));
    assertThat(events() - events).isEqualTo(1 + 2);

    by.undelete(ada);

    assertThat(live()).isEqualTo(before);
    assertThat(events() - events).isEqualTo(2 * (1 + 2));
  }

  @Test
  void aMembershipDoesNotComeBackUnderADeadTeam() {
    by.delete(inner);

    Refusal refusal = Refusal.of(() -> by.undelete(adaInInner));

    assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(refusal.reason()).isEqualTo("PARENT_DELETED");
  }

  @Test
  void aTeamThatWasDeletedBeforeItsApplicationStaysDeletedAndCanComeBackLater() {
    by.delete(inner);
    by.delete(application);
    by.undelete(application);
    assertThat(live()).doesNotContain(ids(inner.getName(), adaInInner.getName()));

    by.undelete(inner);

    assertThat(live()).contains(ids(inner.getName(), adaInInner.getName()));
  }

  @Test
  void nothingIsDeletedWithWhatDependsOnItUnlessForced() {
    Set<String> before = live();
    long events = events();

    Refusal refusal =
        Refusal.of(
            () ->
                by.caller()
                    .applications()
                    .deleteApplication(
                        DeleteApplicationRequest.newBuilder()
                            .setName(application.getName())
                            .build()));

    assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(refusal.reason()).isEqualTo("HAS_LIVE_CHILDREN");
    assertThat(live()).isEqualTo(before);
    assertThat(events()).isEqualTo(events);
  }

  private static String[] ids(String... names) {
    return Stream.of(names).map(Names::id).toArray(String[]::new);
  }

  /** Which of all that this test made is live, as the database has it. */
  private Set<String> live() {
    Set<String> mine =
        Stream.of(
                application.getName(),
                outer.getName(),
                inner.getName(),
                beside.getName(),
                ada.getName(),
                grace.getName(),
                adaInApplication.getName(),
                adaInInner.getName(),
                adaInBeside.getName(),
                graceInOuter.getName(),
                graceInInner.getName())
            .map(Names::id)
            .collect(Collectors.toSet());
    Set<String> live =
        new TreeSet<>(
            sql.strings(
                """
                SELECT id FROM denizen.applications WHERE live
                UNION SELECT id FROM denizen.teams WHERE live
                UNION SELECT id FROM denizen.identities WHERE live
                UNION SELECT id FROM denizen.memberships WHERE live
                """));
    live.retainAll(mine);
    return live;
  }

  private long events() {
    return sql.number("SELECT count(*) FROM denizen.audit_events");
  }
}
