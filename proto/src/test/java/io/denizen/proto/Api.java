package io.denizen.proto;

import com.google.api.AnnotationsProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.api.HttpRule;
import com.google.api.ResourceProto;
import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API as its descriptors say it: every file under src/main/protobuf, so that none is missed.
 */
final class Api {

  static final Path SOURCES = Path.of("src/main/protobuf");

  private static final List<FileDescriptor> FILES = files();

  private Api() {}

  static List<MethodDescriptor> methods() {
    return FILES.stream()
        .flatMap(file -> file.getServices().stream())
        .flatMap(service -> service.getMethods().stream())
        .toList();
  }

  static List<Descriptor> messages() {
    return FILES.stream().flatMap(file -> file.getMessageTypes().stream()).toList();
  }

  static List<Descriptor> resources() {
    return messages().stream().filter(Api::isResource).toList();
  }

  static boolean isResource(Descriptor message) {
    return message.getOptions().hasExtension(ResourceProto.resource);
  }

  /** The types of the services' methods, by name. */
  static List<Descriptor> requests() {
    return methods().stream().map(MethodDescriptor::getInputType).distinct().toList();
  }

  /** The messages, requests among them, that callers write, however deep inside requests. */
  static Set<Descriptor> written() {
    Set<Descriptor> written = new LinkedHashSet<>();
    requests().forEach(request -> collect(request, written));
    return written;
  }

  private static void collect(Descriptor message, Set<Descriptor> written) {
    if (message.getFile().getPackage().startsWith("denizen.")
        && !message.getOptions().getMapEntry()
        && written.add(message)) {
      message.getFields().stream()
          .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
          .forEach(field -> collect(field.getMessageType(), written));
    }
  }

  /** Whether a resource has the method, such as {@code Delete}. */
  static boolean has(String verb, Descriptor resource) {
    String name = verb + resource.getName();
    return methods().stream().anyMatch(method -> method.getName().equals(name));
  }

  /**
   * What GET does not reach changes something (RFC 9110, 9.2.1), unless it says that it does not: a
   * question whose words are secret is asked by POST. Of passwords each wrong one counts, so that
   * is no such question; but to rehearse one would be to guess for nothing.
   */
  static boolean mutates(MethodDescriptor method) {
    return http(method).getPatternCase() != HttpRule.PatternCase.GET
        && method.getOptions().getIdempotencyLevel() != IdempotencyLevel.NO_SIDE_EFFECTS
        && !method.getName().equals("VerifyPassword");
  }

  static HttpRule http(MethodDescriptor method) {
    return method.getOptions().getExtension(AnnotationsProto.http);
  }

  static List<FieldBehavior> behavior(FieldDescriptor field) {
    return field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior);
  }

  static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".proto")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<FileDescriptor> files() {
    return sources().map(Api::descriptor).toList();
  }

  /** {@code denizen/identity/v1/identity.proto} is io.denizen.identity.v1.IdentityProto. */
  private static FileDescriptor descriptor(Path source) {
    String file = SOURCES.relativize(source).toString().replace('\\', '/');
    int slash = file.lastIndexOf('/');
    String javaPackage = "io." + file.substring(0, slash).replace('/', '.');
    String simpleName =
        Arrays.stream(file.substring(slash + 1, file.lastIndexOf('.')).split("_", -1))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining("", "", "Proto"));
    try {
      return (FileDescriptor)
          Class.forName(javaPackage + "." + simpleName).getMethod("getDescriptor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(
          file + " does not follow the naming of java_package and java_outer_classname", e);
    }
  }
}
