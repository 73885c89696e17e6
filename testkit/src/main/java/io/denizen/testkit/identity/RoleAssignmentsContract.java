package io.denizen.testkit.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.RoleAssignment;
import io.denizen.domain.identity.RoleAssignmentFailure.Exists;
import io.denizen.domain.identity.RoleAssignmentQuery;
import io.denizen.domain.identity.RoleAssignments;
import io.denizen.domain.identity.SystemRole;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.Answers;
import io.denizen.testkit.shared.Pages;
import io.denizen.testkit.shared.PortContract;
import io.denizen.testkit.shared.Together;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link RoleAssignments} and the journal promise about system roles that are assigned. */
public abstract class RoleAssignmentsContract extends PortContract {

  private static final int MANY = 16;

  @Test
  void givesBackAnAssignmentExactlyAsItWasCommitted() {
    Identity person = person();
    RoleAssignment admin = assigned(person, SystemRole.ADMIN);

    assertThat(answer(assignments().byId(person.id(), admin.id()))).contains(admin);
    assertThat(answer(assignments().ofIdentity(person.id()))).containsExactly(admin);
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(admin)))
                .map(RoleAssignment::fromImage))
        .contains(admin);
    assertThat(answer(assignments().byId(person().id(), admin.id()))).isEmpty();
    assertThat(answer(assignments().byId(person.id(), fixtures().roleAssignmentId()))).isEmpty();
  }

  @Test
  void leavesADeletedOneOutUnlessAskedForIt() {
    Identity person = person();
    RoleAssignment gone = committed(assigned(person, SystemRole.ADMIN)::delete);
    RoleAssignment again = assigned(person, SystemRole.ADMIN);

    assertThat(answer(assignments().byId(person.id(), gone.id()))).isEmpty();
    assertThat(answer(assignments().byIdIncludingDeleted(person.id(), gone.id()))).contains(gone);
    assertThat(answer(assignments().ofIdentity(person.id()))).containsExactly(again);
    assertThat(refused(gone::undelete)).isEqualTo(new Exists());
  }

  @Test
  void assignsARoleOnceHoweverManyTry() {
    Identity person = person();

    long refused =
        Together.start(
                MANY,
                number -> {
                  Occasion occasion = fixtures().occasion();
                  return ports()
                      .journal()
                      .commit(set(occasion, assign(person, SystemRole.ADMIN, occasion)));
                })
            .stream()
            .filter(stage -> answer(stage.handle((done, thrown) -> thrown != null)))
            .peek(stage -> assertThat(Answers.refusal(stage)).isEqualTo(new Exists()))
            .count();

    assertThat(refused).isEqualTo(MANY - 1);
    assertThat(answer(assignments().ofIdentity(person.id()))).hasSize(1);
  }

  @Test
  void listsThoseOfAnIdentityInEitherOrder() {
    Identity person = person();
    RoleAssignment admin = assigned(person, SystemRole.ADMIN);
    RoleAssignment contact = assigned(person, SystemRole.TRUSTED_CONTACT);
    assigned(person(), SystemRole.ADMIN);

    for (int pageSize : List.of(1, 2, 1_000)) {
      assertThat(walk(person, null, false, false, pageSize)).containsExactly(admin, contact);
      assertThat(walk(person, null, true, false, pageSize)).containsExactly(contact, admin);
    }
    assertThat(walk(person, SystemRole.ADMIN, false, false, 1)).containsExactly(admin);
    RoleAssignment gone = committed(admin::delete);
    assertThat(walk(person, null, false, false, 1)).containsExactly(contact);
    assertThat(walk(person, null, false, true, 1)).containsExactly(gone, contact);
  }

  @Test
  void needsALiveIdentityAndGoesWithIt() {
    Identity deleted = committed(person()::delete);
    assertThat(refused(occasion -> assign(deleted, SystemRole.ADMIN, occasion)))
        .isInstanceOf(StaleVersion.class);

    Identity person = person();
    RoleAssignment admin = assigned(person, SystemRole.ADMIN);
    assertThat(refused(person::delete)).isInstanceOf(StaleVersion.class);
    Occasion deletion = fixtures().occasion();
    answer(
        ports().journal().commit(set(deletion, admin.delete(deletion), person.delete(deletion))));

    assertThat(answer(assignments().ofIdentity(person.id()))).isEmpty();
    assertThat(answer(assignments().restorable(deletion.changeSet())))
        .containsExactly(admin.delete(deletion).after());
  }

  @Test
  void listsThoseOfEverybody() {
    RoleAssignment first = assigned(person(), SystemRole.TRUSTED_CONTACT);
    Identity person = person();
    RoleAssignment admin = assigned(person, SystemRole.ADMIN);
    RoleAssignment contact = assigned(person, SystemRole.TRUSTED_CONTACT);
    RoleAssignment gone = committed(assigned(person(), SystemRole.TRUSTED_CONTACT)::delete);

    assertThat(walk(null, null, false, false, 1)).containsSubsequence(first, admin, contact);
    for (int pageSize : List.of(1, 2, 1_000)) {
      assertThat(walk(null, SystemRole.TRUSTED_CONTACT, false, false, pageSize))
          .containsSubsequence(first, contact)
          .doesNotContain(admin, gone);
      assertThat(walk(null, SystemRole.TRUSTED_CONTACT, true, true, pageSize))
          .containsSubsequence(gone, contact, first)
          .doesNotContain(admin);
    }
  }

  private List<RoleAssignment> walk(
      @Nullable Identity person,
      @Nullable SystemRole role,
      boolean descending,
      boolean includingDeleted,
      int pageSize) {
    RoleAssignmentQuery query =
        new RoleAssignmentQuery(
            person == null ? null : person.id(), role, descending, includingDeleted);
    return Pages.walk(page -> assignments().list(query, page), pageSize);
  }

  private Identity person() {
    return committed(occasion -> Change.created(fixtures().person(occasion)));
  }

  private RoleAssignment assigned(Identity person, SystemRole role) {
    return committed(occasion -> assign(person, role, occasion));
  }

  private Change<RoleAssignment> assign(Identity person, SystemRole role, Occasion occasion) {
    return RoleAssignment.assign(fixtures().roleAssignmentId(), person.id(), role, occasion);
  }

  private Failure refused(Function<Occasion, Change<?>> decide) {
    Occasion occasion = fixtures().occasion();
    return refusal(ports().journal().commit(set(occasion, decide.apply(occasion))));
  }

  private RoleAssignments assignments() {
    return ports().roleAssignments();
  }
}
