package io.denizen.persistence.shared;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.NullUnmarked;

/** Writes a list of values as an array of their texts, and reads the texts. */
@NullUnmarked
public final class TextsTypeHandler extends BaseTypeHandler<List<?>> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, List<?> values, JdbcType jdbcType)
      throws SQLException {
    String[] texts = values.stream().map(Object::toString).toArray(String[]::new);
    statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
  }

  @Override
  public List<?> getNullableResult(ResultSet row, String name) throws SQLException {
    return texts(row.getArray(name));
  }

  @Override
  public List<?> getNullableResult(ResultSet row, int index) throws SQLException {
    return texts(row.getArray(index));
  }

  @Override
  public List<?> getNullableResult(CallableStatement row, int index) throws SQLException {
    return texts(row.getArray(index));
  }

  private static List<?> texts(Array array) throws SQLException {
    return array == null ? null : List.of((String[]) array.getArray());
  }
}
