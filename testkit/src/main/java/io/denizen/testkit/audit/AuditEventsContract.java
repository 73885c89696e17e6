package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.RequestKey;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.identity.IdentityChanges;
import io.denizen.testkit.shared.PortContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the journal leaves in the audit trail and how {@link AuditEvents} gives it back. */
public abstract class AuditEventsContract extends PortContract {

  @Test
  void leavesExactlyOneEventForEachChangeWithWhatWasBeforeAndAfter() {
    Identity created = committed(occasion -> Change.created(fixtures().person(occasion)));
    Identity renamed = committed(IdentityChanges.rename(created));
    Identity deleted = committed(renamed::delete);
    Identity back = committed(deleted::undelete);

    List<AuditEvent> events = eventsOf(created.name());
    assertThat(events.stream().map(event -> event.action().value()))
        .containsExactly(
            "identity.created", "identity.updated", "identity.deleted", "identity.undeleted");
    assertThat(events.stream().map(AuditEventsContract::before))
        .containsExactly(null, created, renamed, deleted);
    assertThat(events.stream().map(AuditEventsContract::after))
        .containsExactly(created, renamed, deleted, back);
    assertThat(events.stream().map(AuditEvent::resourceVersion)).containsExactly(1L, 2L, 3L, 4L);
    assertIncreasing(events);
  }

  @Test
  void keepsWhoDidItWhenAndFromWhere() {
    Caller caller =
        new Caller(
            fixtures().actor(), new IpAddress("192.0.2.7"), new UserAgent("grpc-java/1.85 \"x\""));
    RequestKey request = fixtures().request();
    Occasion occasion = fixtures().occasion();
    ChangeSet set = set(occasion, caller, request, Change.created(fixtures().person(occasion)));

    answer(ports().journal().commit(set));

    assertSame(eventsBy(caller.actor()), set.events(ports().ids()));
  }

  @Test
  void keepsAnEventOfACallerOfWhomOnlyTheNameIsKnown() {
    Caller caller = Caller.local(fixtures().actor());
    Occasion occasion = fixtures().occasion();
    ChangeSet set = set(occasion, caller, null, Change.created(fixtures().service(occasion)));

    answer(ports().journal().commit(set));

    assertSame(eventsBy(caller.actor()), set.events(ports().ids()));
  }

  @Test
  void leavesTheEventsOfASetInTheOrderOfItsChangesThenTheRecordedOnes() {
    Caller caller = fixtures().caller();
    Identity existing = committed(occasion -> Change.created(fixtures().person(occasion)));
    Occasion occasion = fixtures().occasion();
    List<Change<?>> changes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      changes.add(Change.created(fixtures().person(occasion)));
    }
    changes.add(20, existing.delete(occasion));
    List<AuditEvent> recorded =
        List.of(foreign(caller.actor(), occasion), foreign(caller.actor(), occasion));
    ChangeSet set =
        new ChangeSet(
            occasion.changeSet(),
            caller,
            null,
            occasion.time(),
            List.of(),
            changes,
            recorded,
            List.of(ResourceVersion.of(changes.getFirst().after())));

    answer(ports().journal().commit(set));

    List<AuditEvent> events = eventsBy(caller.actor());
    assertSame(events, set.events(ports().ids()));
    assertIncreasing(events);
  }

  @Test
  void givesBackARecordedEventAsItIs() {
    Occasion occasion = fixtures().occasion();
    Actor actor = fixtures().actor();
    AuditEvent recorded =
        new AuditEvent(
            new AuditEventId(ports().ids().next()),
            null,
            occasion.changeSet(),
            actor,
            new Action("payment.refund_requested"),
            fixtures().foreignResource(),
            null,
            null,
            new ApplicationId(ports().ids().next()),
            new IpAddress("198.51.100.1"),
            new UserAgent("payments/2"),
            ports().ids().next(),
            Instant.parse("1999-12-31T23:59:59.999999Z"),
            occasion.time(),
            Document.of(Map.of()),
            everyKindOfJson());

    answer(
        ports()
            .journal()
            .commit(ChangeSet.recording(occasion, fixtures().caller(), null, List.of(recorded))));

    List<AuditEvent> found = answer(ports().auditEvents().byIds(List.of(recorded.id())));
    assertSame(found, List.of(recorded));
    assertThat(found.getFirst().id()).isEqualTo(recorded.id());
    assertSame(eventsOf(recorded.resource()), List.of(recorded));
  }

  @Test
  void findsEventsById() {
    Identity one = committed(occasion -> Change.created(fixtures().person(occasion)));
    Identity two = committed(occasion -> Change.created(fixtures().person(occasion)));
    AuditEvent first = eventsOf(one.name()).getFirst();
    AuditEvent second = eventsOf(two.name()).getFirst();
    AuditEventId unknown = new AuditEventId(ports().ids().next());

    assertThat(answer(ports().auditEvents().byIds(List.of(second.id(), unknown, first.id()))))
        .containsExactlyInAnyOrder(first, second);
    assertThat(answer(ports().auditEvents().byIds(Collections.nCopies(3, first.id()))))
        .containsExactly(first);
    assertThat(answer(ports().auditEvents().byIds(List.of(unknown)))).isEmpty();
    assertThat(answer(ports().auditEvents().byIds(List.of()))).isEmpty();
  }

  @Test
  void keepsLettersOfEveryScriptInItsImages() {
    DisplayName name = new DisplayName("O'Brien \\u0041 \\ \"x\" 李 مريم 👩\u200D💻");
    Identity person =
        committed(
            occasion ->
                Change.created(
                    fixtures().person(fixtures().details().withDisplayName(name), occasion)));

    assertThat(after(eventsOf(person.name()).getFirst())).isEqualTo(person);
  }

  private AuditEvent foreign(Actor actor, Occasion occasion) {
    return fixtures()
        .foreignEvent(
            actor,
            new Action("payment.created"),
            fixtures().foreignResource(),
            null,
            occasion.time(),
            occasion);
  }

  private List<AuditEvent> eventsBy(Actor actor) {
    return eventsOf(new AuditEventQuery(null, actor, null, null, null, null, false));
  }

  private static Document everyKindOfJson() {
    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
    inner.put("nothing", null);
    inner.put("text", "\"quoted\" \\ 👩\u200D💻 \t\n");
    inner.put("", true);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("whole", 9_007_199_254_740_993L);
    fields.put("fraction", new BigDecimal("0.1"));
    fields.put("list", Arrays.asList(1, "two", null, false, List.of(), inner));
    fields.put("object", inner);
    fields.put("null", null);
    return Document.of(fields);
  }

  /** Equal but for the sequence, which is given by the store, and the ids of derived events. */
  private static void assertSame(List<AuditEvent> found, List<AuditEvent> expected) {
    assertThat(found.stream().map(AuditEventsContract::comparable))
        .containsExactlyElementsOf(expected.stream().map(AuditEventsContract::comparable).toList());
  }

  private static List<@Nullable Object> comparable(AuditEvent event) {
    return Arrays.asList(
        event.changeSetId(),
        event.actor(),
        event.action(),
        event.resource(),
        event.resourceId(),
        event.resourceVersion(),
        event.applicationId(),
        event.ipAddress(),
        event.userAgent(),
        event.requestId(),
        event.occurTime(),
        event.createTime(),
        Documents.comparable(event.before()),
        Documents.comparable(event.after()));
  }

  private static void assertIncreasing(List<AuditEvent> events) {
    assertThat(events.stream().map(event -> Objects.requireNonNull(event.sequence())))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private static @Nullable Identity before(AuditEvent event) {
    return event.before() == null ? null : Identity.fromImage(event.before());
  }

  private static @Nullable Identity after(AuditEvent event) {
    return event.after() == null ? null : Identity.fromImage(event.after());
  }
}
