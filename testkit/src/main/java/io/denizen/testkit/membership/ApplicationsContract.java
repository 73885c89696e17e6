package io.denizen.testkit.membership;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.JournalFailure.StaleVersion;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.membership.Application;
import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.ApplicationFailure.SlugTaken;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.membership.ApplicationQuery.Order;
import io.denizen.domain.membership.Applications;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Applications} and the journal promise about applications. */
public abstract class ApplicationsContract extends MembershipPortContract {

  @Test
  void givesBackAnApplicationExactlyAsItWasCommitted() {
    Application application = application();
    Application edited =
        decided(
            occasion ->
                application.update(
                    current ->
                        fixtures()
                            .applicationDetails()
                            .withDescription(new Description("é".repeat(1_000))),
                    occasion));

    assertThat(answer(applications().byId(edited.id()))).contains(edited);
    assertThat(answer(applications().byIdIncludingDeleted(edited.id()))).contains(edited);
    assertThat(
            eventsOf(edited.name()).stream()
                .map(event -> event.action() + " " + event.applicationId()))
        .containsExactly(
            "application.created " + edited.id(), "application.updated " + edited.id());
    assertThat(
            answer(ports().auditEvents().imageAt(ResourceVersion.of(application)))
                .map(Application::fromImage))
        .contains(application);
  }

  @Test
  void leavesADeletedApplicationOutUnlessAskedForIt() {
    Application deleted = deleted(application());
    ApplicationId id = deleted.id();

    assertThat(answer(applications().byId(id))).isEmpty();
    assertThat(answer(applications().byIdIncludingDeleted(id))).contains(deleted);
    Application back = decided(occasion -> deleted.undelete(NOTHING, occasion));
    assertThat(answer(applications().byId(id))).contains(back);
  }

  @Test
  void findsNothingWhereNothingIs() {
    ApplicationId unknown = fixtures().applicationId();

    assertThat(answer(applications().byId(unknown))).isEmpty();
    assertThat(answer(applications().byIdIncludingDeleted(unknown))).isEmpty();
  }

  @Test
  void refusesAChangeDecidedOnAnOldVersion() {
    Application first = application();
    ApplicationDetails details = fixtures().applicationDetails();
    decided(occasion -> first.update(current -> details, occasion));

    assertThat(refused(occasion -> first.delete(NOTHING, false, occasion)))
        .isEqualTo(new StaleVersion(first.name()));
  }

  @Test
  void letsOneLiveApplicationHaveASlug() {
    Application holder = application();
    Application other = application();
    ApplicationDetails same = fixtures().applicationDetails().withSlug(holder.details().slug());

    assertThat(refused(occasion -> create(same, occasion))).isEqualTo(new SlugTaken());
    assertThat(refused(occasion -> other.update(current -> same, occasion)))
        .isEqualTo(new SlugTaken());
    Application deleted = deleted(holder);
    application(same);
    assertThat(refused(occasion -> deleted.undelete(NOTHING, occasion))).isEqualTo(new SlugTaken());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void listsInOrderOfCreation(int pageSize) {
    Cursor start = Cursor.at(fixtures().applicationId());
    Application one = application();
    Application gone = deleted(application());
    Application two = application();
    Cursor end = Cursor.at(fixtures().applicationId());

    assertThat(Pages.walk(list(ApplicationQuery.ALL), pageSize, start, any -> true))
        .containsExactly(one, two);
    assertThat(
            Pages.walk(
                list(new ApplicationQuery(null, Order.CREATE_TIME, false, true)),
                pageSize,
                start,
                any -> true))
        .containsExactly(one, gone, two);
    assertThat(
            Pages.walk(
                list(new ApplicationQuery(null, Order.CREATE_TIME, true, true)),
                pageSize,
                end,
                found -> List.of(one, gone, two).contains(found)))
        .containsExactly(two, gone, one);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 1_000})
  void listsBySlugByAsciiCode(int pageSize) {
    String prefix = fixtures().word("p");
    Application b = slugged(prefix + "b");
    Application dash = slugged(prefix + "-b");
    Application a = slugged(prefix + "a");
    Application underscore = slugged(prefix + "_b");
    List<Application> sorted = List.of(dash, underscore, a, b);

    assertThat(bySlug(prefix, false, pageSize)).containsExactlyElementsOf(sorted);
    assertThat(bySlug(prefix, true, pageSize)).containsExactlyElementsOf(sorted.reversed());
  }

  @Test
  void filtersBySlug() {
    Application gone = deleted(application());
    Application heir = application(fixtures().applicationDetails().withSlug(gone.details().slug()));
    Slug slug = heir.details().slug();

    assertThat(Pages.walk(list(new ApplicationQuery(slug, Order.SLUG, false, false)), 1))
        .containsExactly(heir);
    assertThat(Pages.walk(list(new ApplicationQuery(slug, Order.SLUG, false, true)), 1))
        .containsExactly(gone, heir);
  }

  private List<Application> bySlug(String prefix, boolean descending, int pageSize) {
    return Pages.walk(
        list(new ApplicationQuery(null, Order.SLUG, descending, false)),
        pageSize,
        Cursor.at(descending ? prefix + "~" : prefix, fixtures().applicationId()),
        application -> application.details().slug().value().startsWith(prefix));
  }

  private Application slugged(String slug) {
    return application(fixtures().applicationDetails().withSlug(new Slug(slug)));
  }

  private Decision<Application> create(ApplicationDetails details, Occasion occasion) {
    Change<Application> change = Application.create(fixtures().applicationId(), details, occasion);
    return Decision.of(change);
  }

  private Function<PageRequest, CompletionStage<Page<Application>>> list(ApplicationQuery query) {
    return page -> applications().list(query, page);
  }

  private Applications applications() {
    return ports().applications();
  }
}
