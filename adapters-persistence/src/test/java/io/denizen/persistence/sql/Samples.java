package io.denizen.persistence.sql;

import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.TypedId;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any type that statements take: every constant of an enum, both booleans, null and
 * a value where there may be null, and of a record all that follows from its components.
 */
final class Samples {

  static final UUID ID = UUID.fromString("01936f2e-0000-7000-8000-000000000001");

  /** One of them is valid for each of the values that wrap a text. */
  private static final List<String> TEXTS =
      List.of(
          "0".repeat(64),
          "ada@example.org",
          "payment.created",
          "192.0.2.1",
          "a",
          "CH",
          "+442079460000",
          "https://example.org/a",
          "1975-12-10");

  /**
   * Whether to combine everything with everything, or just all that there is and as little as can
   * be.
   */
  private final boolean exhaustive;

  Samples(boolean exhaustive) {
    this.exhaustive = exhaustive;
  }

  /** Every list of arguments for parameters of the given types. */
  List<List<@Nullable Object>> arguments(List<Type> types, List<? extends AnnotatedElement> marks) {
    List<List<@Nullable Object>> choices = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      choices.add(of(types.get(i), isNullable(marks.get(i))));
    }
    return exhaustive ? product(choices) : extremes(choices);
  }

  private List<@Nullable Object> of(Type type, boolean nullable) {
    List<@Nullable Object> samples = new ArrayList<>(of(type));
    if (nullable) {
      samples.add(null);
    }
    return samples;
  }

  private List<?> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? List.of(Map.of("key", "value"))
          : List.of(of(generic.getActualTypeArguments()[0]));
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted.isEnum()) {
      return List.of(wanted.getEnumConstants());
    }
    if (wanted.isRecord()) {
      return records(wanted);
    }
    return values(wanted);
  }

  private static List<?> values(Class<?> wanted) {
    List<Object> values =
        List.of(
            ID,
            new UUID[] {ID},
            Instant.EPOCH,
            new String[] {"a"},
            new Long[] {1L},
            new byte[][] {{1}});
    if (wanted == boolean.class) {
      return List.of(true, false);
    }
    if (wanted == int.class) {
      return List.of(1);
    }
    if (wanted == long.class || wanted == Long.class) {
      return List.of(1L);
    }
    if (wanted == String.class) {
      return List.of("a");
    }
    if (wanted == PasswordHash.class) {
      return List.of(PasswordHash.parse("$2b$12$" + ".".repeat(53)));
    }
    if (wanted == TypedId.class) {
      return List.of(new IdentityId(ID));
    }
    return List.of(values.stream().filter(wanted::isInstance).findFirst().orElseThrow());
  }

  private List<Object> records(Class<?> wanted) {
    RecordComponent[] components = wanted.getRecordComponents();
    if (components.length == 1 && components[0].getType() == String.class) {
      return List.of(
          TEXTS.stream()
              .flatMap(text -> construct(wanted, components, List.of(text)))
              .findFirst()
              .orElseThrow());
    }
    return arguments(
            Stream.of(components).map(RecordComponent::getGenericType).toList(),
            Stream.of(components).map(RecordComponent::getAnnotatedType).toList())
        .stream()
        .flatMap(arguments -> construct(wanted, components, arguments))
        .toList();
  }

  /** Nothing where the record refuses these values together. */
  private static Stream<Object> construct(
      Class<?> wanted, RecordComponent[] components, List<? extends @Nullable Object> arguments) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = wanted.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Stream.of(constructor.newInstance(arguments.toArray()));
    } catch (InvocationTargetException refused) {
      return Stream.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(wanted.getName(), e);
    }
  }

  private static boolean isNullable(AnnotatedElement marked) {
    return marked.isAnnotationPresent(Nullable.class);
  }

  private static List<List<@Nullable Object>> product(List<List<@Nullable Object>> choices) {
    List<List<@Nullable Object>> combined = new ArrayList<>();
    combined.add(List.of());
    for (List<@Nullable Object> choice : choices) {
      List<List<@Nullable Object>> longer = new ArrayList<>();
      for (List<@Nullable Object> begun : combined) {
        for (Object one : choice) {
          List<@Nullable Object> continued = new ArrayList<>(begun);
          continued.add(one);
          longer.add(continued);
        }
      }
      combined = longer;
    }
    return combined;
  }

  /**
   * All the first samples together, and all the last: everything there, and nothing that can be
   * missing.
   */
  private static List<List<@Nullable Object>> extremes(List<List<@Nullable Object>> choices) {
    List<@Nullable Object> first = new ArrayList<>();
    List<@Nullable Object> last = new ArrayList<>();
    for (List<@Nullable Object> choice : choices) {
      first.add(choice.getFirst());
      last.add(choice.getLast());
    }
    return first.equals(last) ? List.of(first) : List.of(first, last);
  }
}
