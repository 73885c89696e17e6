package io.denizen.persistence.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.reflection.ReflectionException;
import org.apache.ibatis.reflection.factory.DefaultObjectFactory;

/**
 * Makes rows. MyBatis by itself looks the constructor up for each row, and first tries it without
 * access: an exception a row, of a record that is not public.
 */
final class RecordFactory extends DefaultObjectFactory {

  private static final long serialVersionUID = 1L;

  private static final ClassValue<Constructor<?>> CANONICAL =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> row) {
          Class<?>[] components =
              Stream.of(row.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new);
          try {
            Constructor<?> constructor = row.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor;
          } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
          }
        }
      };

  @Override
  public <T> T create(
      Class<T> type, List<Class<?>> constructorArgTypes, List<Object> constructorArgs) {
    if (!type.isRecord()) {
      return super.create(type, constructorArgTypes, constructorArgs);
    }
    try {
      return type.cast(CANONICAL.get(type).newInstance(constructorArgs.toArray()));
    } catch (InvocationTargetException refused) {
      throw new ReflectionException("no " + type.getSimpleName() + " can be", refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
