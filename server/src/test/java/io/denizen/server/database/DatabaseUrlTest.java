package io.denizen.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://host/db, jdbc:postgresql://host/db",
    "postgres://host/db, jdbc:postgresql://host/db",
    "jdbc:postgresql://host:5433/db, jdbc:postgresql://host:5433/db",
    "postgresql://a:b@h1:1/db, jdbc:postgresql://h1:1/db",
    "postgresql://[::1]:5432/db?sslmode=require, jdbc:postgresql://[::1]:5432/db?sslmode=require",
    "jdbc:postgresql://h/db?user=a&ssl=true&password=b, jdbc:postgresql://h/db?ssl=true",
  })
  void isHandedToTheDriverWithoutUserAndPassword(String given, String jdbcUrl) {
    assertThat(DatabaseUrl.parse(given).jdbcUrl()).isEqualTo(jdbcUrl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://own%40er:p%3Aw+d@host/db",
        "jdbc:postgresql://host/db?user=own%40er&password=p%3Aw+d",
        "jdbc:postgresql://own%40er:p%3Aw+d@host/db"
      })
  void mayCarryUserAndPasswordPercentEncoded(String given) {
    DatabaseUrl url = DatabaseUrl.parse(given);

    assertThat(url.user()).isEqualTo("own@er");
    assertThat(url.password()).isEqualTo("p:w+d");
    assertThat(url).asString().doesNotContain("p:w+d", "p%3Aw+d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:geheim@host/db",
        "postgresql://u:geheim%zz@host/db",
        "postgresql://u:geheim@host:port/db",
        "geheim"
      })
  void isRefusedWithoutBeingRepeated(String given) {
    assertThatThrownBy(() -> DatabaseUrl.parse(given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user:password@host:5432/database")
        .hasMessageNotContaining("geheim")
        .hasNoCause();
  }

  @Test
  void derivesOnePasswordForTheAppFromOneOwner() {
    String derived = AppPassword.derivedFrom("owner's");

    assertThat(derived).hasSize(32).isEqualTo(AppPassword.derivedFrom("owner's"));
    assertThat(derived).isNotEqualTo(AppPassword.derivedFrom("owners"));
  }
}
