package io.denizen.grpc.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteApplicationRequest;
import io.denizen.membership.v1.UpdateApplicationRequest;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApplicationTest extends GrpcTest {

  @Test
  void aSlugIsTakenByOneAndFreeAgainOnceThatOneIsDeleted() {
    Application first = create(application());
    Application second = create(application());
    Application same = application().toBuilder().setSlug(first.getSlug()).build();

    denizen.refused(() -> create(same)).is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
    denizen
        .refused(() -> update(second.toBuilder().setSlug(first.getSlug()).build(), "slug"))
        .is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
    delete(first, false);
    denizen.audited("application.created", () -> create(same));
    denizen.refused(() -> undelete(first)).is(Code.ALREADY_EXISTS, "SLUG_TAKEN");
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    Application wrong =
        Application.newBuilder()
            .setSlug("Not A Slug")
            .setDisplayName("")
            .setDescription("\u0000")
            .build();

    denizen
        .refused(() -> create(wrong))
        .isInvalid("application.slug", "application.display_name", "application.description");
    denizen
        .refused(() -> create(application().toBuilder().setDescription("x".repeat(1_001)).build()))
        .isInvalid("application.description");
  }

  @Test
  void aDescriptionMayBeEmptyAndIsEmptiedByNamingIt() {
    Application created = create(application());
    Application without = created.toBuilder().clearDescription().build();

    assertThat(denizen.unaudited(() -> update(without)).getDescription()).isNotEmpty();
    assertThat(
            denizen
                .audited("application.updated", () -> update(without, "description"))
                .getDescription())
        .isEmpty();
  }

  @Test
  void aListIsNarrowedAndOrderedBySlug() {
    Application b = create(application().toBuilder().setSlug("b").build());
    Application a = create(application().toBuilder().setSlug("a").build());

    assertThat(list("slug = \"b\"", "")).containsExactly(b);
    assertThat(list("slug = c", "")).isEmpty();
    assertThat(list("", "slug")).containsExactly(a, b);
    assertThat(list("", "slug desc")).containsExactly(b, a);
  }

  @Test
  void whatHasTeamsOrMembershipsIsDeletedByForceAlone() {
    Application withTeam = create(application());
    create(withTeam, team());
    Application withMember = create(application());
    create(withMember, membership(create(person())));

    for (Application each : List.of(withTeam, withMember)) {
      denizen
          .refused(() -> delete(each, false))
          .is(Code.FAILED_PRECONDITION, "HAS_LIVE_CHILDREN")
          .of(each.getName());
    }
  }

  @Test
  void allThatIsInsideGoesAndComesBackWithTheApplicationEachWithItsEvent() {
    Application application = create(application());
    Team outer = create(application, team());
    Team inner = create(application, team().toBuilder().setParentTeam(outer.getName()).build());
    Membership member = create(application, membership(create(person())));
    Membership inTeam =
        create(
            application, membership(create(person())).toBuilder().setTeam(inner.getName()).build());
    String[] all = {
      application.getName(), outer.getName(), inner.getName(), member.getName(), inTeam.getName()
    };

    assertThat(denizen.audited(() -> delete(application, true)))
        .allMatch(event -> event.action().value().endsWith(".deleted"))
        .extracting(event -> event.resource().value())
        .containsExactlyInAnyOrder(all);
    assertThat(denizen.audited(() -> undelete(application)))
        .allMatch(event -> event.action().value().endsWith(".undeleted"))
        .extracting(event -> event.resource().value())
        .containsExactlyInAnyOrder(all);
  }

  @Test
  void aMembershipOfSomebodyDeletedMeanwhileDoesNotComeBack() {
    Application application = create(application());
    Identity identity = create(person());
    create(application, membership(identity));
    delete(application, true);
    identities.deleteIdentity(
        DeleteIdentityRequest.newBuilder().setName(identity.getName()).build());

    denizen.audited("application.undeleted", () -> undelete(application));
  }

  private Application update(Application application, String... mask) {
    return applications.updateApplication(
        UpdateApplicationRequest.newBuilder()
            .setApplication(application)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private Application delete(Application application, boolean force) {
    return applications.deleteApplication(
        DeleteApplicationRequest.newBuilder()
            .setName(application.getName())
            .setForce(force)
            .build());
  }

  private Application undelete(Application application) {
    return applications.undeleteApplication(
        UndeleteApplicationRequest.newBuilder().setName(application.getName()).build());
  }

  private List<Application> list(String filter, String orderBy) {
    return applications
        .listApplications(
            ListApplicationsRequest.newBuilder().setFilter(filter).setOrderBy(orderBy).build())
        .getApplicationsList();
  }
}
