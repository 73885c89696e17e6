package io.denizen.domain.shared;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a resource was created, changed and deleted, and which version of it this is.
 *
 * @param deleteTime null while the resource is live
 * @param deletion the change set that deleted the resource; null while it is live
 * @param version 1 at creation, one more with every change
 */
public record Lifecycle(
    Instant createTime,
    Instant updateTime,
    @Nullable Instant deleteTime,
    @Nullable ChangeSetId deletion,
    long version) {

  public Lifecycle {
    if ((deleteTime == null) != (deletion == null) || version < 1) {
      throw new IllegalArgumentException("no resource can have this lifecycle");
    }
  }

  public static Lifecycle begin(Occasion occasion) {
    return new Lifecycle(occasion.time(), occasion.time(), null, null, 1);
  }

  public boolean isLive() {
    return deleteTime == null;
  }

  /** The next version of a live resource. */
  public Lifecycle changed(Occasion occasion) {
    return new Lifecycle(createTime, occasion.time(), deleteTime, deletion, version + 1);
  }

  public Lifecycle deleted(Occasion occasion) {
    return new Lifecycle(
        createTime, occasion.time(), occasion.time(), occasion.changeSet(), version + 1);
  }

  public Lifecycle undeleted(Occasion occasion) {
    return new Lifecycle(createTime, occasion.time(), null, null, version + 1);
  }

  /** Adds this to an image of the resource. */
  public void describe(Document.Builder image) {
    image
        .putText("create_time", createTime)
        .putText("update_time", updateTime)
        .putText("delete_time", deleteTime)
        .putText("deletion", deletion == null ? null : deletion.value())
        .put("version", version);
  }

  /** The opposite of {@link #describe}. */
  public static Lifecycle fromImage(Document image) {
    String deleteTime = image.textOrNull("delete_time");
    String deletion = image.textOrNull("deletion");
    return new Lifecycle(
        Instant.parse(image.text("create_time")),
        Instant.parse(image.text("update_time")),
        deleteTime == null ? null : Instant.parse(deleteTime),
        deletion == null ? null : new ChangeSetId(UUID.fromString(deletion)),
        image.number("version"));
  }
}
