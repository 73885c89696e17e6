package io.denizen.persistence.shared;

import io.denizen.domain.shared.TypedId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.JdbcType;

/** MyBatis as Denizen uses it: rows go straight into records, by name; no caches. */
public final class Sessions {

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private final Configuration configuration;

  public Sessions(DataSource pool) {
    configuration =
        new Configuration(new Environment("denizen", new JdbcTransactionFactory(), pool));
    // It would log the values of every statement, and with them hashes of passwords and tokens.
    configuration.setLogImpl(NoLoggingImpl.class);
    configuration.setObjectFactory(new RecordFactory());
    configuration.setCacheEnabled(false);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setJdbcTypeForNull(JdbcType.NULL);
    value(UUID.class, UUID.class, Function.identity(), Function.identity());
    value(
        Instant.class,
        OffsetDateTime.class,
        OffsetDateTime::toInstant,
        instant -> instant.atOffset(ZoneOffset.UTC));
    array(UUID[].class, "uuid", Function.<UUID[]>identity(), Function.identity());
    array(String[].class, "text", Function.<String[]>identity(), Function.identity());
    row(RowVersion.class);
  }

  /** A value object that is one column. */
  public <T, C> Sessions value(
      Class<T> type, Class<C> column, Function<C, T> fromColumn, Function<T, C> toColumn) {
    configuration
        .getTypeHandlerRegistry()
        .register(type, new ValueTypeHandler<>(column, fromColumn, toColumn));
    return this;
  }

  /** A value that is a column of an array type. */
  public <T, E> Sessions array(
      Class<T> type, String elementType, Function<E[], T> fromColumn, Function<T, E[]> toColumn) {
    configuration
        .getTypeHandlerRegistry()
        .register(type, new ArrayTypeHandler<>(elementType, fromColumn, toColumn));
    return this;
  }

  public <T> Sessions text(
      Class<T> type, Function<String, T> fromColumn, Function<T, String> toColumn) {
    return value(type, String.class, fromColumn, toColumn);
  }

  public <T extends TypedId> Sessions id(Class<T> type, Function<UUID, T> fromColumn) {
    return value(type, UUID.class, fromColumn, TypedId::value);
  }

  /**
   * What queries give, as the result map of the record's own name: each component is the column of
   * its name, {@code createdAt} that of {@code created_at}. Its types must be known before.
   *
   * <p>MyBatis can find the columns by itself, but does so anew for each row, which costs more than
   * all the rest of reading it.
   */
  public Sessions row(Class<? extends Record> row) {
    List<ResultMapping> columns =
        Stream.of(row.getRecordComponents()).map(this::constructorArgument).toList();
    configuration.addResultMap(
        new ResultMap.Builder(configuration, row.getName(), row, columns, false).build());
    return this;
  }

  private ResultMapping constructorArgument(RecordComponent component) {
    String column = CAPITAL.matcher(component.getName()).replaceAll("_$0").toLowerCase(Locale.ROOT);
    return new ResultMapping.Builder(
            configuration, component.getName(), column, component.getType())
        .flags(List.of(ResultFlag.CONSTRUCTOR))
        .build();
  }

  /** An interface whose SQL is in the XML file of the same name beside it. */
  public Sessions sql(Class<?> sql) {
    configuration.addMapper(sql);
    return this;
  }

  public SqlSessionFactory build() {
    return new SqlSessionFactoryBuilder().build(configuration);
  }
}
