package io.denizen.persistence.sql;

import io.denizen.persistence.sql.Statements.Form;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Few rows that are asked for among many that share all but one of their keys: with the ids of
 * {@link Samples}, so that PostgreSQL knows what it plans for.
 */
final class Crowd {

  private static final String ID = "'" + Samples.ID + "'::uuid";

  /**
   * Older and younger than {@link Samples#ID} by turns: a page from there on has as many behind it
   * as before it.
   */
  private static final String OTHER_ID =
      "uuidv7(timestamptz '2024-11-27' + interval '1 day' * CASE WHEN n % 2 = 0 THEN n ELSE -n END - now())";

  private static final Pattern HOLDERS =
      Pattern.compile("(?:StandingSql\\.members|OwnerSql\\.others) .*");

  private static final List<Rule> RULES =
      List.of(
          new Rule(HOLDERS, "granted_roles_by_place", "granted_roles_by_role"),
          rule("StandingSql\\.members .*", "included_roles_by_role"),
          rule("StandingSql\\.standings .*", "identities_by_state"),
          rule("MembershipSql\\.list .*granted_roles .*g\\.team_id = .*", "granted_roles_by_place"),
          rule("MembershipSql\\.list .*granted_roles (?!.*g\\.team_id).*", "granted_roles_by_role"),
          rule(
              "InvitationSql\\.list\\w* (?!.*(?:team_id = |state = )).*email_key = .*",
              "invitations_by_email"),
          rule(
              "RoleAssignmentSql\\.list (?!.*identity_id = ).*a\\.role = .*",
              "role_assignments_live_by_role"),
          rule(
              "RoleAssignmentSql\\.listIncludingDeleted (?!.*identity_id = ).*a\\.role = .*",
              "role_assignments_by_role"),
          rule("AuditSql\\.imagesAsOf .*", "audit_events_by_resource"),
          rule("SessionSql\\.(?:countOpen|openOf) .*", "sessions_open_by_identity"),
          rule("SessionSql\\.(?:countLive|ofIdentity) .*", "sessions_live_by_identity"),
          rule("SessionSql\\.ofDevice .*", "sessions_live_by_device"),
          rule("DeviceSql\\.list .*", "devices_live_by_identity"));

  private Crowd() {}

  /** What there is to say against a plan. */
  static List<String> misled(Form form, String plan) {
    return RULES.stream()
        .filter(rule -> rule.isAbout(form) && !rule.isMet(plan))
        .map(rule -> "not by " + rule.index() + ": " + line(form) + "\n" + plan)
        .toList();
  }

  /** The rules that are about nothing any more. */
  static List<Rule> unmet(List<Form> forms) {
    return RULES.stream().filter(rule -> forms.stream().noneMatch(rule::isAbout)).toList();
  }

  static void fill(Statement sql) throws SQLException {
    sql.execute(
        """
        INSERT INTO devices (id, identity_id, client_device_id, display_name, type, last_active_at, created_at, updated_at,
            deleted_at, deletion_id, live, version)
        SELECT %2$s, %1$s, n, 'x', 'PHONE', now(), now(), now(),
            CASE WHEN n > 10 THEN now() END, CASE WHEN n > 10 THEN %1$s END, CASE WHEN n <= 10 THEN true END, 1
        FROM generate_series(1, 300) n
        """
            .formatted(ID, OTHER_ID));
    sql.execute(
        """
        INSERT INTO sessions (id, identity_id, device_id, expires_at, revoked_at, revoke_reason, last_active_at, created_at,
            updated_at, deleted_at, deletion_id, live, version)
        SELECT %2$s, %1$s, %1$s, now() + interval '1 day' * random(),
            CASE WHEN n %% 2 = 0 THEN now() END, CASE WHEN n %% 2 = 0 THEN 'REQUESTED' END, now(), now(), now(),
            CASE WHEN n > 10 THEN now() END, CASE WHEN n > 10 THEN %1$s END, CASE WHEN n <= 10 THEN true END, 1
        FROM generate_series(1, 300) n
        """
            .formatted(ID, OTHER_ID));
    sql.execute(
        """
        INSERT INTO role_assignments (id, identity_id, role, created_at, updated_at, live, version)
        SELECT %s, gen_random_uuid(), 'admin', now(), now(), true, 1 FROM generate_series(1, 300) n
        """
            .formatted(OTHER_ID));
    sql.execute(
        """
        INSERT INTO granted_roles (membership_id, application_id, role_slug, team_id)
        SELECT %2$s, %1$s, 'payment.created', CASE WHEN n <= 10 THEN %1$s END FROM generate_series(1, 300) n
        """
            .formatted(ID, OTHER_ID));
    sql.execute(
        """
        INSERT INTO invitations (id, application_id, email, email_key, roles, token_hash, state, expires_at, created_at,
            updated_at, version)
        SELECT %2$s, %1$s, n || '@b', n || '@b', '{member}', sha256(n::text::bytea), 'PENDING', now(), now(), now(), 1
        FROM generate_series(1, 300) n
        """
            .formatted(ID, OTHER_ID));
  }

  /** Its name and its text. */
  private static String line(Form form) {
    String id = form.id().substring(form.id().lastIndexOf('.', form.id().lastIndexOf('.') - 1) + 1);
    return id + " " + String.join(" ", form.text().split("\\s+", -1));
  }

  private static Rule rule(String form, String index) {
    return new Rule(Pattern.compile(form), index, null);
  }

  /**
   * A form of a statement and the index that is to find its rows.
   *
   * @param form of its name and its text in one line
   * @param worse the index that is not to; null if there is none that could be mistaken for it
   */
  record Rule(Pattern form, String index, @Nullable String worse) {

    boolean isAbout(Form statement) {
      return form.matcher(line(statement)).matches();
    }

    boolean isMet(String plan) {
      return plan.contains(index) && (worse == null || !plan.contains(worse));
    }
  }
}
