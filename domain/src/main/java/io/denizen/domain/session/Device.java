package io.denizen.domain.session;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Decision;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityPart;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that an identity signed in from. It is known by what its clients say, and stays until
 * it is forgotten.
 *
 * <p>The constructor is for storage, which gives back what was decided before; new devices come
 * from {@link #meet}.
 *
 * @param lastActiveTime when one of its sessions was used last, to about a minute; not audited
 */
public record Device(
    DeviceId id,
    IdentityId identityId,
    DeviceDetails details,
    Instant lastActiveTime,
    Lifecycle lifecycle)
    implements IdentityPart {

  public static Change<Device> meet(
      DeviceId id, IdentityId identityId, DeviceDetails details, Occasion occasion) {
    return Change.created(
        new Device(id, identityId, details, occasion.time(), Lifecycle.begin(occasion)));
  }

  /** What it takes to call it what its client calls it now: nothing, or one change. */
  public List<Change<Device>> meetAgain(DeviceDetails details, Occasion occasion) {
    return details.equals(this.details)
        ? List.of()
        : List.of(
            Change.updated(
                this,
                new Device(id, identityId, details, occasion.time(), lifecycle.changed(occasion))));
  }

  /**
   * Deletes the device, and before it its sessions, which this revokes.
   *
   * @param sessions all that are live, revoked ones too
   * @param tokens the live ones of those sessions
   */
  public Decision<Device> forget(
      List<Session> sessions, List<RefreshToken> tokens, Occasion occasion) {
    Change<Device> last = delete(occasion);
    Stream<Change<?>> changes =
        Stream.of(
                tokens.stream().map(token -> token.delete(occasion)),
                sessions.stream().map(session -> session.deleteWithDevice(occasion)),
                Stream.of(last))
            .flatMap(part -> part);
    return new Decision<>(last.after(), changes.toList(), List.of());
  }

  /** As it is once it was noted that it was used; which is no change. */
  public Device usedAt(Instant time) {
    return new Device(id, identityId, details, time, lifecycle);
  }

  @Override
  public Change<Device> delete(Occasion occasion) {
    return Change.deleted(this, with(lifecycle.deleted(occasion)));
  }

  @Override
  public Change<Device> undelete(Occasion occasion) {
    return Change.undeleted(this, with(lifecycle.undeleted(occasion)));
  }

  @Override
  public String noun() {
    return "device";
  }

  @Override
  public ResourceName name() {
    return name(identityId, id);
  }

  public static ResourceName name(IdentityId identityId, DeviceId id) {
    return new ResourceName(Identity.name(identityId) + "/devices/" + id.value());
  }

  @Override
  public @Nullable ApplicationId applicationId() {
    return null;
  }

  @Override
  public Document image() {
    Document.Builder image =
        Document.builder()
            .putText("name", name())
            .putText("device_id", details.clientId())
            .putText("display_name", details.displayName())
            .putText("type", details.type())
            .putText("last_active_time", lastActiveTime);
    lifecycle.describe(image);
    return image.build();
  }

  /** The opposite of {@link #image}. */
  public static Device fromImage(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    return new Device(
        new DeviceId(name.id()),
        new IdentityId(name.parent().id()),
        new DeviceDetails(
            new ClientDeviceId(image.text("device_id")),
            new DisplayName(image.text("display_name")),
            DeviceType.valueOf(image.text("type"))),
        Instant.parse(image.text("last_active_time")),
        Lifecycle.fromImage(image));
  }

  private Device with(Lifecycle next) {
    return new Device(id, identityId, details, lastActiveTime, next);
  }
}
