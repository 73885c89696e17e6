package io.denizen.persistence.audit;

import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.AuditEvent;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEvents;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.audit.Requests;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Ids;
import io.denizen.persistence.shared.Database;
import io.denizen.persistence.shared.Sessions;
import io.denizen.persistence.shared.Table;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** What the room offers to {@link io.denizen.persistence.PostgresPersistence}. */
public final class AuditPersistence {

  private AuditPersistence() {}

  public static void configure(Sessions sessions) {
    sessions
        .id(AuditEventId.class, AuditEventId::new)
        .text(Actor.class, Actor::new, Actor::value)
        .text(Action.class, Action::new, Action::value)
        .text(ResourceName.class, ResourceName::new, ResourceName::value)
        .text(IpAddress.class, IpAddress::new, IpAddress::value)
        .text(UserAgent.class, UserAgent::new, UserAgent::value)
        .text(Document.class, JsonDocuments::read, JsonDocuments::write)
        .value(
            Fingerprint.class,
            byte[].class,
            bytes -> new Fingerprint(HexFormat.of().formatHex(bytes)),
            fingerprint -> HexFormat.of().parseHex(fingerprint.hex()))
        .array(String[].class, "text", Function.<String[]>identity(), Function.identity())
        .array(Long[].class, "bigint", Function.<Long[]>identity(), Function.identity())
        .row(AuditEvent.class)
        .row(RequestRow.class)
        .sql(RequestSql.class)
        .sql(AuditSql.class);
  }

  public static AuditEvents auditEvents(Database database) {
    return new MyBatisAuditEvents(database);
  }

  public static Requests requests(Database database) {
    return new MyBatisRequests(database);
  }

  public static Journal journal(Database database, Ids ids, List<Table<?>> tables) {
    return new PostgresJournal(database, ids, tables);
  }
}
