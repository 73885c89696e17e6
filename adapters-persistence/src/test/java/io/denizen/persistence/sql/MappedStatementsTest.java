package io.denizen.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.denizen.persistence.TestDatabase;
import io.denizen.persistence.shared.Fragments;
import io.denizen.persistence.sql.Statements.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every statement, whoever adds it. */
@ExtendWith(TestDatabase.class)
final class MappedStatementsTest {

  private static final String EXEMPT = "IncludingDeleted";
  private static final Pattern WHAT_IS_LIVE =
      Pattern.compile("deleted_at\\s+IS\\s", Pattern.CASE_INSENSITIVE);

  private final Configuration configuration = TestDatabase.configuration();
  private final Statements statements = new Statements(configuration);

  @Test
  void everyStatementHasAMethodByWhichItIsChecked() {
    assertThat(statements.forms().stream().map(Form::id)).containsAll(statements.ids());
    assertThat(statements.ids()).hasSizeGreaterThan(40);
  }

  @Test
  void everyStatementPreparesOnTheMigratedSchemaForTheRoleThatServes() throws SQLException {
    List<String> refused = new ArrayList<>();
    try (Connection app = TestDatabase.server().app()) {
      for (Form form : statements.forms()) {
        try {
          form.explain(app);
        } catch (SQLException e) {
          refused.add(form.id() + ": " + e.getMessage() + "\n" + form.text());
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void everyReadOfASoftDeletableTableIsOfLiveRowsUnlessItsNameSaysOtherwise() throws SQLException {
    LiveRule rule = rule();
    assertThat(rule.tables())
        .contains("identities", "applications", "teams", "memberships", "sessions");
    List<String> violations = new ArrayList<>();
    for (Form form : statements.forms()) {
      if (!form.id().contains(EXEMPT)) {
        rule.violations(form.text()).forEach(read -> violations.add(form.id() + " reads " + read));
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void onlyTheSharedFragmentSaysWhatIsLive() throws IOException {
    List<Class<?>> saying = new ArrayList<>();
    for (Class<?> sql : configuration.getMapperRegistry().getMappers()) {
      if (saysWhatIsLive(sql)) {
        saying.add(sql);
      }
    }
    assertThat(saying).containsExactly(Fragments.class);
    assertThat(saysWhatIsLive(DeliberateSql.class)).isTrue();
  }

  @Test
  void noStatementNamesAPropertyThatIsIgnored() {
    assertThat(statements.boundWhole()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "misspelledColumn",
        "misspelledColumnInABranch",
        "parameterOfTheWrongType",
        "forbiddenDelete"
      })
  void noticesAStatementThatDoesNotPrepare(String id) throws SQLException {
    try (Connection app = TestDatabase.server().app()) {
      assertThatThrownBy(
              () -> {
                for (Form form : deliberate(id)) {
                  form.explain(app);
                }
              })
          .isInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "readsDeletedOnes",
        "readsDeletedOnesInABranch",
        "readsDeletedOnesThroughAJoin",
        "readsDeletedOnesInASubselect",
        "readsDeletedOnesInACommonTable",
        "readsDeletedOnesOnOneSideOfAUnion",
        "readsDeletedOnesByAnOr",
        "readsDeletedOnesByName",
        "readsDeletedOnesForAnInsert",
        "readsWithoutAnAlias",
        "readsAllIncludingDeleted"
      })
  void noticesAReadOfDeletedRows(String id) throws SQLException {
    LiveRule rule = rule();
    assertThat(deliberate(id).stream().flatMap(form -> rule.violations(form.text()).stream()))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"readsLiveOnes", "readsLiveOnesEverywhere"})
  void letsReadsOfLiveRowsPass(String id) throws SQLException {
    LiveRule rule = rule();
    assertThat(deliberate(id))
        .allSatisfy(form -> assertThat(rule.violations(form.text())).isEmpty());
  }

  @Test
  void noticesAPropertyThatIsIgnored() {
    assertThat(new Statements(deliberate()).boundWhole())
        .containsExactly("propertyThatIsIgnored: key");
  }

  private static List<Form> deliberate(String id) {
    return new Statements(deliberate())
        .forms(DeliberateSql.class).stream().filter(form -> form.id().endsWith("." + id)).toList();
  }

  private static Configuration deliberate() {
    Configuration configuration = TestDatabase.configuration();
    configuration.addMapper(DeliberateSql.class);
    return configuration;
  }

  private static boolean saysWhatIsLive(Class<?> sql) throws IOException {
    try (InputStream xml = sql.getResourceAsStream(sql.getSimpleName() + ".xml")) {
      String text = new String(Objects.requireNonNull(xml).readAllBytes(), StandardCharsets.UTF_8);
      return WHAT_IS_LIVE.matcher(text).find();
    }
  }

  private static LiveRule rule() throws SQLException {
    Set<String> tables = new HashSet<>();
    try (Connection owner = TestDatabase.server().owner();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.columns"
                    + " WHERE table_schema = 'denizen' AND column_name = 'deleted_at'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return new LiveRule(tables);
  }
}
