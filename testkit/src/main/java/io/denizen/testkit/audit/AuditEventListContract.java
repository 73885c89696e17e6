package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Occasion;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.testkit.shared.Pages;
import io.denizen.testkit.shared.PortContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link AuditEvents#list} promises. */
public abstract class AuditEventListContract extends PortContract {

  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.000001Z");
  private static final Action CREATED = new Action("payment.created");
  private static final Action REFUNDED = new Action("payment.refunded");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 1_000})
  void listsOldestFirstOrNewestFirst(int pageSize) {
    Actor actor = fixtures().actor();
    List<AuditEvent> events = recorded(actor, 3);
    events.addAll(recorded(actor, 2));

    assertThat(Pages.walk(list(by(actor, false)), pageSize)).containsExactlyElementsOf(events);
    assertThat(Pages.walk(list(by(actor, true)), pageSize))
        .containsExactlyElementsOf(events.reversed());
  }

  @Test
  void endsWhenThePageIsExactlyFull() {
    Actor actor = fixtures().actor();
    recorded(actor, 2);

    for (boolean newestFirst : List.of(true, false)) {
      AuditEventQuery query = by(actor, newestFirst);
      assertThat(answer(list(query).apply(PageRequest.first(1))).next()).isNotNull();
      assertThat(answer(list(query).apply(PageRequest.first(2))).next()).isNull();
      assertThat(answer(list(query).apply(PageRequest.first(3))).next()).isNull();
    }
  }

  @Test
  void listsNothingWhereNothingHappened() {
    assertThat(Pages.walk(list(by(fixtures().actor(), true)), 10)).isEmpty();
  }

  @Test
  void goesByTheOrderOfRecordingNotByTheTimeOfOccurrence() {
    Actor actor = fixtures().actor();
    AuditEvent late = recorded(actor, CREATED, fixtures().foreignResource(), null, NOON);
    AuditEvent early =
        recorded(actor, CREATED, fixtures().foreignResource(), null, NOON.minusSeconds(1));

    assertThat(Pages.walk(list(by(actor, false)), 1)).containsExactly(late, early);
  }

  @Test
  void filtersByWhatWasDoneToWhatByWhomAndWhere() {
    Actor actor = fixtures().actor();
    Actor other = fixtures().actor();
    ResourceName resource = fixtures().foreignResource();
    ApplicationId application = new ApplicationId(ports().ids().next());
    AuditEvent one = recorded(actor, CREATED, resource, application, NOON);
    AuditEvent two = recorded(actor, REFUNDED, resource, null, NOON);
    AuditEvent three = recorded(actor, REFUNDED, fixtures().foreignResource(), application, NOON);
    AuditEvent four = recorded(other, REFUNDED, resource, application, NOON);

    assertThat(eventsOf(by(actor, false))).containsExactly(one, two, three);
    assertThat(eventsOf(resource)).containsExactly(one, two, four);
    assertThat(eventsOf(query(null, null, null, application))).containsExactly(one, three, four);
    assertThat(eventsOf(query(null, actor, REFUNDED, null))).containsExactly(two, three);
    assertThat(eventsOf(query(resource, null, REFUNDED, null))).containsExactly(two, four);
    assertThat(eventsOf(query(resource, actor, REFUNDED, application))).isEmpty();
    assertThat(eventsOf(query(resource, other, REFUNDED, application))).containsExactly(four);
  }

  @Test
  void filtersByActionAlone() {
    Action unique = new Action("payment." + fixtures().word("x"));
    AuditEvent event =
        recorded(fixtures().actor(), unique, fixtures().foreignResource(), null, NOON);

    assertThat(eventsOf(query(null, null, unique, null))).containsExactly(event);
  }

  @Test
  void filtersByTimeFromInclusiveToExclusive() {
    Actor actor = fixtures().actor();
    List<AuditEvent> events = new ArrayList<>();
    for (int micros = 0; micros < 4; micros++) {
      events.add(
          recorded(
              actor, CREATED, fixtures().foreignResource(), null, NOON.plusNanos(1_000L * micros)));
    }
    Instant from = events.get(1).occurTime();
    Instant before = events.get(3).occurTime();

    assertThat(eventsOf(between(actor, from, null)))
        .containsExactlyElementsOf(events.subList(1, 4));
    assertThat(eventsOf(between(actor, null, before)))
        .containsExactlyElementsOf(events.subList(0, 3));
    assertThat(eventsOf(between(actor, from, before)))
        .containsExactlyElementsOf(events.subList(1, 3));
    assertThat(eventsOf(between(actor, before, from))).isEmpty();
  }

  @Test
  void takesNamesLiterally() {
    Actor actor = new Actor(fixtures().word("a") + "_%'\\x");
    Actor similar = new Actor(actor.value().replace("_%", "bb"));
    recorded(similar, 1);
    List<AuditEvent> events = recorded(actor, 1);

    assertThat(eventsOf(by(actor, false))).containsExactlyElementsOf(events);
  }

  @Test
  void neitherSkipsNorRepeatsWhileMoreIsRecorded() {
    Actor actor = fixtures().actor();
    List<AuditEvent> events = recorded(actor, 10);
    List<AuditEvent> seen = new ArrayList<>();
    Cursor place = null;
    do {
      Page<AuditEvent> page = answer(list(by(actor, true)).apply(new PageRequest(3, place)));
      seen.addAll(page.items());
      place = page.next();
      recorded(actor, 1);
    } while (place != null);

    assertThat(seen).containsExactlyElementsOf(events.reversed());
  }

  /** Records some events in one set; as they were stored, in their order. */
  private List<AuditEvent> recorded(Actor actor, int count) {
    Occasion occasion = fixtures().occasion();
    List<AuditEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          fixtures()
              .foreignEvent(actor, CREATED, fixtures().foreignResource(), null, NOON, occasion));
    }
    return recorded(occasion, events);
  }

  private AuditEvent recorded(
      Actor actor,
      Action action,
      ResourceName resource,
      @Nullable ApplicationId application,
      Instant occurTime) {
    Occasion occasion = fixtures().occasion();
    return recorded(
            occasion,
            List.of(
                fixtures().foreignEvent(actor, action, resource, application, occurTime, occasion)))
        .getFirst();
  }

  private List<AuditEvent> recorded(Occasion occasion, List<AuditEvent> events) {
    answer(
        ports().journal().commit(ChangeSet.recording(occasion, fixtures().caller(), null, events)));
    List<AuditEvent> stored = new ArrayList<>();
    for (AuditEvent event : events) {
      stored.addAll(answer(ports().auditEvents().byIds(List.of(event.id()))));
    }
    return stored;
  }

  private Function<PageRequest, CompletionStage<Page<AuditEvent>>> list(AuditEventQuery query) {
    return page -> ports().auditEvents().list(query, page);
  }

  private static AuditEventQuery by(Actor actor, boolean newestFirst) {
    return new AuditEventQuery(null, actor, null, null, null, null, newestFirst);
  }

  private static AuditEventQuery query(
      @Nullable ResourceName resource,
      @Nullable Actor actor,
      @Nullable Action action,
      @Nullable ApplicationId application) {
    return new AuditEventQuery(resource, actor, action, application, null, null, false);
  }

  private static AuditEventQuery between(
      Actor actor, @Nullable Instant from, @Nullable Instant before) {
    return new AuditEventQuery(null, actor, null, null, from, before, false);
  }
}
