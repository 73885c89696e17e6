package io.denizen.migrations;

import static io.denizen.migrations.TestDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/data-map.md says of every column whether it is personal, why it is kept and how long. */
class DataMapTest {

  private static final Set<String> PERSONAL = Set.of("yes", "linked", "no", "secret");
  private static final Set<String> KEPT = Set.of("row", "ever");

  private static List<String> columns;
  private static DataMap map;

  @BeforeAll
  static void read() throws SQLException, IOException {
    map = DataMap.read();
    try (Connection owner = TestDatabase.migrated().owner()) {
      columns =
          query(
              owner,
              """
              SELECT table_name || '.' || column_name
                FROM information_schema.columns JOIN information_schema.tables
                  USING (table_schema, table_name)
                WHERE table_schema = 'denizen' AND table_name NOT LIKE 'databasechangelog%'
                  AND table_type = 'BASE TABLE'
                ORDER BY table_name, ordinal_position
              """);
    }
  }

  @Test
  void everyColumnIsOnTheMap() {
    assertThat(columns).contains("identities.email", "audit_images.after");
    assertThat(map.missing(columns))
        .as("say of these in docs/data-map.md whether they are personal, why and how long")
        .isEmpty();
  }

  @Test
  void nothingIsOnTheMapThatIsNotThere() {
    assertThat(map.stale(columns)).isEmpty();
    assertThat(map.everywhere())
        .allSatisfy(
            entry -> assertThat(columns).anyMatch(column -> column.endsWith("." + entry.column())));
  }

  @Test
  void everyColumnIsOnTheMapOnce() {
    assertThat(map.all().map(DataMap.Entry::name)).doesNotHaveDuplicates();
  }

  @Test
  void everythingIsSaidOfEachInTheWordsThatThePageExplains() {
    assertThat(map.all())
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(PERSONAL).as(entry.name()).contains(entry.personal());
              assertThat(KEPT).as(entry.name()).contains(entry.kept());
              assertThat(entry.why()).as(entry.name()).isNotBlank();
            });
  }

  @Test
  void aNewColumnIsNoticed() {
    List<String> more = new ArrayList<>(columns);
    more.add("identities.shoe_size");
    more.add("passports.id");
    more.add("passports.number");

    assertThat(map.missing(more)).containsExactly("identities.shoe_size", "passports.number");
  }

  @Test
  void aColumnThatIsGoneIsNoticed() {
    List<String> fewer = new ArrayList<>(columns);
    fewer.remove("identities.email");

    assertThat(map.stale(fewer)).containsExactly("identities.email");
  }
}
