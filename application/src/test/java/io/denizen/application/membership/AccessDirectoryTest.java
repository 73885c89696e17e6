package io.denizen.application.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.application.shared.House;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Belonging;
import io.denizen.domain.membership.MemberAccess;
import io.denizen.domain.membership.Membership;
import io.denizen.domain.membership.MembershipDetails;
import io.denizen.domain.membership.MembershipId;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessDirectoryTest {

  private static final Permission READ = new Permission("invoice.read");

  private final House house = new House();
  private final AccessDirectory directory =
      new AccessDirectory(house.store.standings(), house.watch);
  private final Application shop = house.application();
  private final AccessScope scope = AccessScope.of(shop.id());
  private final Identity person = house.person();

  AccessDirectoryTest() {
    role("clerk", "invoice.write", "invoice.read", "account");
    role("reader", "invoice.read", "report");
  }

  @Test
  void permissionsComeInAlphabeticalOrderOnceEachHoweverTheyArePaged() {
    house.membership(person, shop, null, "clerk", "reader");
    List<String> everything = List.of("account", "invoice.read", "invoice.write", "report");

    for (int size = 1; size <= 5; size++) {
      assertThat(
              walk(size, page -> directory.permissions(house.caller, person.id(), scope, page))
                  .stream()
                  .map(granted -> granted.permission().value())
                  .filter(everything::contains)
                  .toList())
          .as("pages of %d", size)
          .isEqualTo(everything);
    }
    assertThat(
            walk(2, page -> directory.permissions(house.caller, person.id(), scope, page)).stream()
                .filter(granted -> granted.permission().value().equals("invoice.read")))
        .singleElement()
        .satisfies(granted -> assertThat(granted.grants()).hasSize(2));
  }

  @Test
  void whatIsNotThereMayNothingAndIsNowhere() {
    IdentityId nobody = new IdentityId(house.store.ids().next());
    AccessScope nowhere = AccessScope.of(new ApplicationId(house.store.ids().next()));
    PageRequest first = PageRequest.first(10);

    assertThat(answer(directory.permissions(house.caller, nobody, scope, first)).items()).isEmpty();
    assertThat(answer(directory.permissions(house.caller, person.id(), nowhere, first)).items())
        .isEmpty();
    assertThat(answer(directory.applications(house.caller, nobody, first)).items()).isEmpty();
    assertThat(answer(directory.members(house.caller, nowhere, READ, first)).items()).isEmpty();
  }

  @Test
  void everyListForgetsAMembershipInTheInstantInWhichItEnds() {
    Membership membership = house.membership(person, shop, null, "reader");
    answer(
        house.memberships.update(
            house.submission,
            shop.id(),
            membership.id(),
            null,
            (now, instant) ->
                new MembershipDetails(
                    now.details().roles(),
                    new ValidityPeriod(null, instant.plus(Duration.ofHours(1))))));

    house.watch.pass(Duration.ofHours(1).minusMillis(1));
    assertThat(permissions()).contains("invoice.read", "report");
    assertThat(applications()).containsExactly(shop.id());
    assertThat(members()).containsExactly(membership.id());

    house.watch.pass(Duration.ofMillis(1));
    assertThat(permissions()).doesNotContain("invoice.read", "report");
    assertThat(applications()).isEmpty();
    assertThat(members()).isEmpty();
  }

  private void role(String slug, String... permissions) {
    answer(
        house.roles.create(
            house.submission,
            shop.id(),
            new Slug(slug),
            house
                .fixtures
                .roleDetails()
                .withPermissions(Stream.of(permissions).map(PermissionPattern::new).toList())));
  }

  private List<String> permissions() {
    return walk(10, page -> directory.permissions(house.caller, person.id(), scope, page)).stream()
        .map(granted -> granted.permission().value())
        .toList();
  }

  private List<ApplicationId> applications() {
    return walk(10, page -> directory.applications(house.caller, person.id(), page)).stream()
        .map(Belonging::application)
        .map(Application::id)
        .toList();
  }

  private List<MembershipId> members() {
    return walk(10, page -> directory.members(house.caller, scope, READ, page)).stream()
        .map(MemberAccess::membership)
        .map(Membership::id)
        .toList();
  }

  private static <T> List<T> walk(int size, Function<PageRequest, CompletionStage<Page<T>>> list) {
    List<T> items = new ArrayList<>();
    @Nullable Cursor after = null;
    do {
      Page<T> page = answer(list.apply(new PageRequest(size, after)));
      items.addAll(page.items());
      after = page.next();
    } while (after != null);
    return items;
  }
}
