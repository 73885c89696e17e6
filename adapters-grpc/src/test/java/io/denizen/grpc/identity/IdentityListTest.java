package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Identity.Kind;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class IdentityListTest extends GrpcTest {

  @Test
  void aListIsNarrowedByKindStateEmailAndSlug() {
    Identity person = create(person());
    Identity service = create(person().toBuilder().setKind(Kind.KIND_SERVICE).build());

    assertThat(list("kind = KIND_SERVICE")).containsExactly(service);
    assertThat(list("kind=\"KIND_PERSON\"")).containsExactly(person);
    assertThat(list("state = STATE_ACTIVE")).containsExactly(person, service);
    assertThat(list("state = STATE_SUSPENDED")).isEmpty();
    assertThat(list("email = \"" + person.getEmail().toUpperCase(Locale.ROOT) + "\""))
        .containsExactly(person);
    assertThat(list("  slug=" + service.getSlug() + "  ")).containsExactly(service);
    assertThat(list("slug = " + service.getSlug() + " AND kind = KIND_PERSON")).isEmpty();
    assertThat(
            list(
                "state = STATE_ACTIVE AND kind = KIND_SERVICE AND slug = \""
                    + service.getSlug()
                    + "\""))
        .containsExactly(service);
  }

  @Test
  void whatOnceHadAnEmailIsFoundAmongTheDeleted() {
    Identity created = create(person());
    Identity deleted =
        identities.deleteIdentity(
            DeleteIdentityRequest.newBuilder().setName(created.getName()).build());
    Identity now = create(person().toBuilder().setEmail(created.getEmail()).build());
    ListIdentitiesRequest.Builder request =
        ListIdentitiesRequest.newBuilder().setFilter("email = \"" + created.getEmail() + "\"");

    assertThat(all(request)).containsExactly(now);
    assertThat(all(request.setShowDeleted(true))).containsExactly(deleted, now);
  }

  @Test
  void aFilterKnowsEnumsByTheirWholeNames() {
    for (String filter :
        List.of(
            "kind = SERVICE",
            "kind = KIND_UNSPECIFIED",
            "kind = KIND_UNKNOWN",
            "kind = kind_service",
            "kind = 2",
            "state = KIND_SERVICE",
            "kind : KIND_SERVICE",
            "display_name = Ada")) {
      denizen.refused(() -> list(filter)).isInvalid("filter");
    }
  }

  @Test
  void theOrderByEmailIsThatOfLowerCaseAndLeavesOutWhoHasNone() {
    Identity third = create(person().toBuilder().setEmail("C@example.org").build());
    Identity first = create(person().toBuilder().setEmail("a@example.org").build());
    Identity second = create(person().toBuilder().setEmail("B@example.org").build());
    create(Identity.newBuilder().setKind(Kind.KIND_SERVICE).setDisplayName("Importer").build());

    assertThat(all(ListIdentitiesRequest.newBuilder().setOrderBy("email").setPageSize(2)))
        .containsExactly(first, second, third);
    assertThat(all(ListIdentitiesRequest.newBuilder().setOrderBy("email desc").setPageSize(1)))
        .containsExactly(third, second, first);
  }

  private List<Identity> list(String filter) {
    return all(ListIdentitiesRequest.newBuilder().setFilter(filter));
  }

  private List<Identity> all(ListIdentitiesRequest.Builder request) {
    List<Identity> all = new ArrayList<>();
    ListIdentitiesResponse page;
    do {
      page = identities.listIdentities(request.build());
      all.addAll(page.getIdentitiesList());
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return all;
  }
}
