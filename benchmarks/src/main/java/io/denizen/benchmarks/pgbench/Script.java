package io.denizen.benchmarks.pgbench;

import java.util.Locale;

/** What pgbench does; the SQL is in the resource of the same name. */
public enum Script {
  GET("point SELECT by id"),
  CHECK_ACCESS("point SELECT of an identity, its membership and role"),
  LOOKUP("point SELECT by email"),
  BATCH_GET("SELECT of 100 ids, `ANY(ARRAY[…])`"),
  LIST_FIRST("SELECT of the first page"),
  LIST_MIDDLE("SELECT of a page in the middle"),
  LIST_LAST("SELECT of the last page"),
  CREATE_TWO_ROWS("one CTE statement, identity and audit event"),
  CREATE_THREE_ROWS("one CTE statement, identity, audit event and image"),
  CREATE_TWO_ROW_TRANSACTION("BEGIN, 2 INSERT, COMMIT"),
  CREATE_THREE_ROW_TRANSACTION("BEGIN, 3 INSERT, COMMIT"),
  UPDATE("one CTE statement, UPDATE and audit event"),
  CREATE_MEMBERSHIP("one CTE statement, membership and audit event"),
  LIST_MEMBERSHIPS("SELECT of an identity's memberships"),
  LIST_AUDIT_EVENTS("SELECT of a resource's audit events");

  private final String title;

  Script(String title) {
    this.title = title;
  }

  /** What it does, in Markdown. */
  public String title() {
    return title;
  }

  String resource() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
  }
}
