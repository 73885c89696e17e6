package io.denizen.domain.membership;

import static io.denizen.domain.membership.Samples.APPLICATION;
import static io.denizen.domain.membership.Samples.membership;
import static io.denizen.domain.membership.Samples.role;
import static io.denizen.domain.shared.Occasions.FIRST;
import static io.denizen.domain.shared.Occasions.SECOND;
import static io.denizen.domain.shared.Occasions.THIRD;
import static io.denizen.domain.shared.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Audited;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.JournalFailure.TooLarge;
import io.denizen.domain.audit.ResourceFailure;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Images;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleTest {

  private static final RoleUses UNUSED = new RoleUses(List.of(), List.of());

  private final Role admin = role("admin", "writer");
  private final Role writer = role("writer", "reader");
  private final Role reader = role("reader");

  private static List<Slug> slugs(String... slugs) {
    return Stream.of(slugs).map(Slug::new).toList();
  }

  private static Role with(Role role, String... includes) {
    return role.update(role.details().withIncludes(slugs(includes)), List.of(), SECOND).outcome();
  }

  private static RoleFailure.Cycle cycle(Role role) {
    return new RoleFailure.Cycle(APPLICATION, role.slug());
  }

  @Test
  void anUpdateChangesTheImageInTheChangedFieldsOnly() {
    Decision<Role> renamed =
        reader.update(
            reader.details().withDisplayName(new DisplayName("Reads")), List.of(), SECOND);
    Decision<Role> granting =
        reader.update(
            reader.details().withPermissions(List.of(PermissionPattern.ALL)), List.of(), SECOND);

    assertThat(Images.differing(reader.image(), renamed.outcome().image()))
        .containsExactlyInAnyOrder("display_name", "update_time", "version");
    assertThat(Images.differing(reader.image(), granting.outcome().image()))
        .containsExactlyInAnyOrder("permissions", "update_time", "version");
  }

  @Test
  void anUpdateThatChangesNothingDecidesNothing() {
    assertThat(admin.update(admin.details(), List.of(), SECOND)).isEqualTo(Decision.nothing(admin));
  }

  @Test
  void toIncludeARoleReliesOnAllThatItReaches() {
    Role alone = role("alone");

    Decision<Role> decision =
        alone.update(
            alone.details().withIncludes(slugs("admin")), List.of(admin, writer, reader), SECOND);

    assertThat(decision.observed()).containsExactly(admin, writer, reader);
    assertThat(decision.outcome().details().includes()).containsExactlyElementsOf(slugs("admin"));
  }

  @Test
  void aRoleNeverIncludesItselfHoweverDeep() {
    assertThat(
            refusal(
                () ->
                    reader.update(
                        reader.details().withIncludes(slugs("reader")), List.of(reader), SECOND)))
        .isEqualTo(cycle(reader));
    assertThat(
            refusal(
                () ->
                    reader.update(
                        reader.details().withIncludes(slugs("admin")),
                        List.of(admin, writer, reader),
                        SECOND)))
        .isEqualTo(cycle(reader));
    assertThat(
            refusal(
                () ->
                    Role.create(
                        reader.id(),
                        APPLICATION,
                        reader.slug(),
                        reader.details().withIncludes(slugs("reader")),
                        List.of(),
                        FIRST)))
        .isEqualTo(cycle(reader));
  }

  @Test
  void aRoleThatIsNotThereCannotBeIncluded() {
    assertThat(
            refusal(
                () ->
                    reader.update(
                        reader.details().withIncludes(slugs("nobody")), List.of(), SECOND)))
        .isEqualTo(new RoleFailure.Unknown(APPLICATION, new Slug("nobody"), "role.includes"));
  }

  @Test
  void whatIsIncludedAlreadyIsNotLookedAt() {
    assertThat(admin.newIncludes(admin.details().withIncludes(slugs("reader", "writer"))))
        .isEqualTo(slugs("reader"));
    assertThat(with(admin).details().includes()).isEmpty();
  }

  @Test
  void whatIsUsedIsDeletedOnlyByForce() {
    RoleFailure refused = new RoleFailure.InUse(APPLICATION, reader.id());
    RoleUses held = new RoleUses(List.of(membership(1, null)), List.of());
    RoleUses included = new RoleUses(List.of(), List.of(writer));

    assertThat(refusal(() -> reader.delete(held, false, SECOND))).isEqualTo(refused);
    assertThat(refusal(() -> reader.delete(included, false, SECOND))).isEqualTo(refused);
    assertThat(reader.delete(UNUSED, false, SECOND).changes()).hasSize(1);
  }

  @Test
  void byForceItIsFirstTakenFromHoldersAndIncludingRolesWithAnEventEach() {
    Membership holder = membership(1, null);
    Role senior = role("senior", "admin", "reader");

    Decision<Role> deletion =
        admin.delete(new RoleUses(List.of(holder), List.of(senior)), true, SECOND);

    assertThat(deletion.changes())
        .extracting(change -> change.action().value())
        .containsExactly("membership.updated", "role.updated", "role.deleted");
    assertThat(deletion.changes())
        .<Audited>extracting(Change::after)
        .startsWith(
            holder.update(any -> MembershipDetails.of(RoleSlugs.of("member")), SECOND).outcome(),
            with(senior, "reader"));
    assertThat(deletion.outcome().lifecycle().isLive()).isFalse();
  }

  @Test
  void moreHoldersThanOneTransactionTakesAreRefused() {
    List<Membership> holders = Collections.nCopies(Journal.MAX_CHANGES, membership(1, null));

    assertThat(refusal(() -> admin.delete(new RoleUses(holders, List.of()), true, SECOND)))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void itComesBackWithWhatIsThereOfThoseThatItIncluded() {
    Role deleted = writer.delete(UNUSED, false, SECOND).outcome();

    assertThat(deleted.undelete(List.of(reader), THIRD).outcome().details())
        .isEqualTo(writer.details());
    assertThat(deleted.undelete(List.of(), THIRD).outcome().details())
        .isEqualTo(writer.details().withIncludes(List.of()));
  }

  @Test
  void whatLivesCannotBeUndeleted() {
    ResourceFailure refused = new ResourceFailure.NotDeleted(reader.name());

    assertThat(refusal(() -> reader.undelete(List.of(), SECOND))).isEqualTo(refused);
    assertThat(refusal(reader::deletion)).isEqualTo(refused);
  }

  @Test
  void anImageGivesBackTheWholeRole() {
    RoleDetails details =
        admin
            .details()
            .withPermissions(List.of(new PermissionPattern("b.*"), new PermissionPattern("a")))
            .withAssignableBy(slugs("admin"))
            .withOwner(true)
            .withInherited(true);
    Role changed = admin.update(details, List.of(), SECOND).outcome();
    Role deleted = changed.delete(UNUSED, false, THIRD).outcome();

    assertThat(Role.fromImage(reader.image())).isEqualTo(reader);
    assertThat(Role.fromImage(changed.image())).isEqualTo(changed);
    assertThat(Role.fromImage(deleted.image())).isEqualTo(deleted);
  }

  @Test
  void listsAreSortedAndNotEndless() {
    List<PermissionPattern> many =
        IntStream.range(0, 501).mapToObj(n -> new PermissionPattern("p" + n)).toList();
    List<Slug> roles = IntStream.range(0, 65).mapToObj(n -> new Slug("r" + n)).toList();

    assertThat(reader.details().withIncludes(slugs("b", "a")).includes())
        .isEqualTo(slugs("a", "b"));
    assertThat(reader.details().withPermissions(many.subList(0, 500)).permissions()).hasSize(500);
    assertThat(refusal(() -> reader.details().withPermissions(many)))
        .isEqualTo(new InvalidValue("must be at most 500 permissions"));
    assertThat(refusal(() -> reader.details().withIncludes(roles)))
        .isEqualTo(new InvalidValue("must be at most 64 roles"));
  }

  @Test
  void aListRepeatsNothing() {
    List<PermissionPattern> twice = Collections.nCopies(2, PermissionPattern.ALL);
    InvalidValue repeated = new InvalidValue("must not repeat a role");

    assertThat(refusal(() -> reader.details().withPermissions(twice)))
        .isEqualTo(new InvalidValue("must not repeat a permission"));
    assertThat(refusal(() -> reader.details().withIncludes(slugs("a", "a")))).isEqualTo(repeated);
    assertThat(refusal(() -> reader.details().withAssignableBy(slugs("a", "a"))))
        .isEqualTo(repeated);
  }
}
