package io.denizen.testkit.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.Role;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.membership.RoleQuery.Order;
import io.denizen.domain.membership.Roles;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Roles#list} promises. */
public abstract class RoleListContract extends MembershipPortContract {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 1_000})
  void listsTheRolesOfAnApplicationInEveryOrder(int pageSize) {
    Application application = application();
    Role b = role(application.id(), "b");
    Role dash = role(application.id(), "a-b");
    Role a = role(application.id(), "ab");
    role(application().id(), "b");

    assertThat(walk(query(application, Order.CREATE_TIME, false), pageSize))
        .containsExactly(b, dash, a);
    assertThat(walk(query(application, Order.CREATE_TIME, true), pageSize))
        .containsExactly(a, dash, b);
    assertThat(walk(query(application, Order.SLUG, false), pageSize)).containsExactly(dash, a, b);
    assertThat(walk(query(application, Order.SLUG, true), pageSize)).containsExactly(b, a, dash);
  }

  @Test
  void leavesOutDeletedOnesUnlessAskedForThem() {
    Application application = application();
    Role gone = deleted(role(application.id(), "admin"));
    Role other = role(application.id(), "other");
    Slug admin = new Slug("admin");

    assertThat(walk(RoleQuery.all(application.id()), 1)).containsExactly(other);
    assertThat(walk(new RoleQuery(application.id(), admin, Order.CREATE_TIME, false, false), 1))
        .isEmpty();
    assertThat(walk(new RoleQuery(application.id(), admin, Order.SLUG, true, true), 1))
        .containsExactly(gone);
    assertThat(walk(new RoleQuery(application.id(), null, Order.SLUG, false, true), 1))
        .containsExactly(gone, other);
  }

  private List<Role> walk(RoleQuery query, int pageSize) {
    return Pages.walk(page -> ports().roles().list(query, page), pageSize);
  }

  private static RoleQuery query(Application application, Order order, boolean descending) {
    return new RoleQuery(application.id(), null, order, descending, false);
  }
}
