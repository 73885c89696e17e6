package io.denizen.persistence.sql;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.reflection.ParamNameResolver;
import org.apache.ibatis.reflection.TypeParameterResolver;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/** Every statement of a MyBatis configuration in every form that it can take. */
final class Statements {

  private final Configuration configuration;

  Statements(Configuration configuration) {
    this.configuration = configuration;
  }

  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    // The map holds each statement under its short name too, or a mark that the name is ambiguous.
    for (Object entry : (Collection<?>) configuration.getMappedStatements()) {
      if (entry instanceof MappedStatement statement) {
        ids.add(statement.getId());
      }
    }
    return ids;
  }

  List<Form> forms() {
    return configuration.getMapperRegistry().getMappers().stream()
        .flatMap(sql -> forms(sql).stream())
        .toList();
  }

  List<Form> forms(Class<?> sql) {
    return Stream.of(sql.getMethods()).flatMap(method -> forms(sql, method)).toList();
  }

  private Stream<Form> forms(Class<?> sql, Method method) {
    MappedStatement statement =
        configuration.getMappedStatement(sql.getName() + "." + method.getName());
    boolean dynamic = statement.getSqlSource() instanceof DynamicSqlSource;
    ParamNameResolver names = new ParamNameResolver(configuration, method);
    List<Type> types = List.of(TypeParameterResolver.resolveParamTypes(method, sql));
    Set<String> seen = new HashSet<>();
    return new Samples(dynamic)
        .arguments(types, Arrays.asList(method.getAnnotatedParameterTypes())).stream()
            .map(arguments -> names.getNamedParams(arguments.toArray()))
            .map(argument -> new Form(statement, argument, statement.getBoundSql(argument)))
            .filter(form -> !dynamic || seen.add(form.text()));
  }

  /**
   * The methods whose statement names a property of a parameter that MyBatis binds whole, because
   * it is the only one and there is a type handler for it: the property would be ignored.
   */
  List<String> boundWhole() {
    List<String> found = new ArrayList<>();
    for (Class<?> sql : configuration.getMapperRegistry().getMappers()) {
      for (Method method : sql.getMethods()) {
        ParamNameResolver names = new ParamNameResolver(configuration, method);
        if (names.getNames().length == 1
            && configuration
                .getTypeHandlerRegistry()
                .hasTypeHandler(method.getParameterTypes()[0])) {
          forms(sql, method)
              .filter(form -> !(form.argument() instanceof Map))
              .flatMap(form -> form.bound().getParameterMappings().stream())
              .filter(mapping -> !mapping.getProperty().equals(names.getNames()[0]))
              .map(mapping -> method.getName() + ": " + mapping.getProperty())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /** A statement as it is for certain arguments. */
  record Form(MappedStatement statement, @Nullable Object argument, BoundSql bound) {

    String id() {
      return statement.getId();
    }

    String text() {
      return bound.getSql();
    }

    /**
     * Has the server parse it with the parameter types that the driver sends, check the privileges
     * of the connection's role, and plan it; says how.
     */
    String explain(Connection connection) throws SQLException {
      try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + text())) {
        statement
            .getConfiguration()
            .newParameterHandler(statement, argument, bound)
            .setParameters(explain);
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = explain.executeQuery()) {
          while (lines.next()) {
            plan.append(lines.getString(1)).append('\n');
          }
        }
        return plan.toString();
      }
    }
  }
}
