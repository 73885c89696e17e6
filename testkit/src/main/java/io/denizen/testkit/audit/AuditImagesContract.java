package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.ChangeSet;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.ResourceVersion;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.identity.IdentityChanges;
import io.denizen.testkit.shared.PortContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How {@link AuditEvents} gives resources back as they were, at a version or at an instant. */
public abstract class AuditImagesContract extends PortContract {

  @Test
  void givesEveryVersionOfAResourceAsItWas() {
    Identity created = committed(occasion -> Change.created(fixtures().person(occasion)));
    Identity renamed = committed(IdentityChanges.rename(created));
    Identity deleted = committed(renamed::delete);

    for (Identity identity : List.of(created, renamed, deleted)) {
      assertThat(
              answer(ports().auditEvents().imageAt(ResourceVersion.of(identity)))
                  .map(Identity::fromImage))
          .contains(identity);
    }
    List<ResourceVersion> several =
        List.of(
            ResourceVersion.of(deleted),
            new ResourceVersion(created.name(), 9),
            ResourceVersion.of(created));
    assertThat(answer(ports().auditEvents().imagesAt(several)))
        .extracting(image -> image.map(Identity::fromImage))
        .containsExactly(Optional.of(deleted), Optional.empty(), Optional.of(created));
  }

  @Test
  void givesResourcesAsTheyWereAtAnInstant() {
    Identity created = committed(occasion -> Change.created(fixtures().person(occasion)));
    Identity renamed = committed(IdentityChanges.rename(created));
    Identity deleted = committed(renamed::delete);
    Identity other = committed(occasion -> Change.created(fixtures().person(occasion)));
    Identity unknown = fixtures().person(fixtures().occasion());
    recorded(created.name());
    List<ResourceName> names = List.of(unknown.name(), other.name(), created.name());

    assertThat(peopleAsOf(names, before(created))).containsOnly(Optional.empty());
    assertThat(peopleAsOf(names, created.lifecycle().updateTime()))
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(created));
    assertThat(peopleAsOf(names, before(renamed)))
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(created));
    assertThat(peopleAsOf(names, before(deleted)))
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(renamed));
    assertThat(peopleAsOf(names, fixtures().occasion().time()))
        .containsExactly(Optional.empty(), Optional.of(other), Optional.of(deleted));
    assertThat(peopleAsOf(List.of(), Instant.EPOCH)).isEmpty();
  }

  @Test
  void theLaterVersionCountsThoughItsTimeIsEarlier() {
    Identity created = committed(occasion -> Change.created(fixtures().person(occasion)));
    Occasion before = fixtures().occasion();
    Identity renamed = committed(IdentityChanges.rename(created));
    Change<Identity> deletion = renamed.delete(before);
    answer(ports().journal().commit(set(before, deletion)));

    assertThat(peopleAsOf(List.of(created.name()), before.time()))
        .containsExactly(Optional.of(deletion.after()));
    assertThat(peopleAsOf(List.of(created.name()), renamed.lifecycle().updateTime()))
        .containsExactly(Optional.of(deletion.after()));
  }

  @Test
  void hasNoImageOfAVersionThatNeverWas() {
    Identity created = committed(occasion -> Change.created(fixtures().person(occasion)));
    Identity unknown = fixtures().person(fixtures().occasion());
    ResourceName foreign = fixtures().foreignResource();
    recorded(foreign);

    assertNoImage(created.name(), 0);
    assertNoImage(created.name(), 2);
    assertNoImage(unknown.name(), 1);
    assertNoImage(foreign, 0);
    assertNoImage(foreign, 1);
  }

  private List<Optional<Identity>> peopleAsOf(List<ResourceName> names, Instant time) {
    return answer(ports().auditEvents().imagesAsOf(names, time)).stream()
        .map(image -> image.map(Identity::fromImage))
        .toList();
  }

  /** By another service, which has no image of the resource. */
  private void recorded(ResourceName resource) {
    Occasion occasion = fixtures().occasion();
    AuditEvent event =
        fixtures()
            .foreignEvent(
                fixtures().actor(),
                new Action("payment.created"),
                resource,
                null,
                occasion.time(),
                occasion);
    answer(
        ports()
            .journal()
            .commit(ChangeSet.recording(occasion, fixtures().caller(), null, List.of(event))));
  }

  private static Instant before(Identity changed) {
    return changed.lifecycle().updateTime().minusNanos(1_000);
  }

  private void assertNoImage(ResourceName resource, long version) {
    assertThat(answer(ports().auditEvents().imageAt(new ResourceVersion(resource, version))))
        .isEmpty();
  }
}
