package io.denizen.persistence.shared;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.NullUnmarked;

/** Maps a value object to a column of one of the driver's own types and back. */
@NullUnmarked
public final class ValueTypeHandler<T, C> extends BaseTypeHandler<T> {

  private final Class<C> column;
  private final Function<C, T> fromColumn;
  private final Function<T, C> toColumn;

  /**
   * Takes the two directions.
   *
   * @param column a type that the driver's {@code getObject} and {@code setObject} know
   */
  public ValueTypeHandler(Class<C> column, Function<C, T> fromColumn, Function<T, C> toColumn) {
    this.column = column;
    this.fromColumn = fromColumn;
    this.toColumn = toColumn;
  }

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, T value, JdbcType jdbcType) throws SQLException {
    statement.setObject(index, toColumn.apply(value));
  }

  @Override
  public T getNullableResult(ResultSet row, String name) throws SQLException {
    return value(row.getObject(name, column));
  }

  @Override
  public T getNullableResult(ResultSet row, int index) throws SQLException {
    return value(row.getObject(index, column));
  }

  @Override
  public T getNullableResult(CallableStatement row, int index) throws SQLException {
    return value(row.getObject(index, column));
  }

  private T value(C value) {
    return value == null ? null : fromColumn.apply(value);
  }
}
