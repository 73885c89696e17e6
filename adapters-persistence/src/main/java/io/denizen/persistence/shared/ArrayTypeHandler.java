package io.denizen.persistence.shared;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.NullUnmarked;

/** Maps a value to a column that is an array and back. */
@NullUnmarked
public final class ArrayTypeHandler<T, E> extends BaseTypeHandler<T> {

  private final String elementType;
  private final Function<E[], T> fromColumn;
  private final Function<T, E[]> toColumn;

  /**
   * Takes the two directions.
   *
   * @param elementType PostgreSQL's name of the type of the elements
   */
  public ArrayTypeHandler(
      String elementType, Function<E[], T> fromColumn, Function<T, E[]> toColumn) {
    this.elementType = elementType;
    this.fromColumn = fromColumn;
    this.toColumn = toColumn;
  }

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, T value, JdbcType jdbcType) throws SQLException {
    statement.setArray(
        index, statement.getConnection().createArrayOf(elementType, toColumn.apply(value)));
  }

  @Override
  public T getNullableResult(ResultSet row, String name) throws SQLException {
    return value(row.getArray(name));
  }

  @Override
  public T getNullableResult(ResultSet row, int index) throws SQLException {
    return value(row.getArray(index));
  }

  @Override
  public T getNullableResult(CallableStatement row, int index) throws SQLException {
    return value(row.getArray(index));
  }

  @SuppressWarnings("unchecked") // The driver makes arrays of the element type's own Java class.
  private T value(Array array) throws SQLException {
    return array == null ? null : fromColumn.apply((E[]) array.getArray());
  }
}
