package io.denizen.persistence.session;

import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.session.Activity;
import io.denizen.domain.session.Session;
import io.denizen.domain.shared.CallerScope;
import io.denizen.domain.shared.TypedId;
import io.denizen.persistence.shared.Call;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Lane;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Writes what has been noted while it was busy with one statement a table. */
final class PostgresActivity implements Activity {

  /** Notes that are taken at once. */
  private static final int MOST = 256;

  private final Database database;
  private final Lane<Note> lane;

  PostgresActivity(Database database) {
    this.database = database;
    this.lane = database.lane("activity", 1, MOST, this::write);
  }

  @Override
  public void signedIn(Session session, @Nullable ExternalLoginId externalLogin) {
    lane.submit(new Note(session, session.lifecycle().createTime(), true, externalLogin));
  }

  @Override
  public void used(Session session, Instant time) {
    lane.submit(new Note(session, time, false, null));
  }

  private void write(List<Note> notes) {
    // Those that were queued together differ by less than anybody wants to know.
    Instant time = notes.stream().map(note -> note.time).max(Instant::compareTo).orElseThrow();
    Instant before = time.minus(PRECISION);
    try (SqlSession session = database.open()) {
      ActivitySql sql = session.getMapper(ActivitySql.class);
      UUID[] used = ids(notes.stream().filter(note -> !note.signIn), note -> note.session.id());
      if (used.length > 0) {
        sql.sessionsUsed(used, time, before);
      }
      UUID[] devices = named(notes, note -> note.session.deviceId());
      if (devices.length > 0) {
        sql.devicesUsed(devices, time, before);
      }
      UUID[] signedIn =
          ids(notes.stream().filter(note -> note.signIn), note -> note.session.identityId());
      if (signedIn.length > 0) {
        sql.identitiesSignedIn(signedIn, time);
      }
      UUID[] externalLogins = named(notes, note -> note.externalLogin);
      if (externalLogins.length > 0) {
        sql.externalLoginsUsed(externalLogins, time);
      }
    }
    notes.forEach(note -> note.complete(null));
  }

  private static UUID[] named(List<Note> notes, Function<Note, @Nullable TypedId> id) {
    return notes.stream()
        .flatMap(note -> Stream.ofNullable(id.apply(note)))
        .map(TypedId::value)
        .distinct()
        .toArray(UUID[]::new);
  }

  private static UUID[] ids(Stream<Note> notes, Function<Note, ? extends TypedId> id) {
    return notes.map(note -> id.apply(note).value()).distinct().toArray(UUID[]::new);
  }

  /** The caller has its answer already and is gone, which is no reason to drop the note. */
  private static final class Note extends Call<Void> {

    private final Session session;
    private final Instant time;
    private final boolean signIn;
    private final @Nullable ExternalLoginId externalLogin;

    Note(Session session, Instant time, boolean signIn, @Nullable ExternalLoginId externalLogin) {
      super(CallerScope.NONE.capture());
      this.session = session;
      this.time = time;
      this.signIn = signIn;
      this.externalLogin = externalLogin;
    }
  }
}
