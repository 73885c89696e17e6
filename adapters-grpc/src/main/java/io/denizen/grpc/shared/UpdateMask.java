package io.denizen.grpc.shared;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fields an update takes from the resource that it is given (AIP-134, AIP-161): those named;
 * every one if {@code *}; those that are not empty if none is named. Output-only fields are passed
 * over, and so are immutable ones (AIP-203) that are empty and not named.
 */
public final class UpdateMask {

  private static final List<String> EVERY_FIELD = List.of("*");
  private static final int MAX_TOLD = 100;

  private final String resource;
  private final Message given;
  private final Set<String> paths;

  private UpdateMask(String resource, Message given, Set<String> paths) {
    this.resource = resource;
    this.given = given;
    this.paths = paths;
  }

  /**
   * Reads the mask; unknown paths are at fault.
   *
   * @param resource where the request has the given resource
   */
  public static UpdateMask read(Fields fields, FieldMask mask, String resource, Message given) {
    List<String> named = mask.getPathsList();
    return new UpdateMask(
        resource,
        given,
        named.isEmpty() || named.equals(EVERY_FIELD)
            ? unnamed(given, !named.isEmpty())
            : named(fields, named, given));
  }

  public boolean has(String field) {
    return paths.contains(field);
  }

  /**
   * Refuses to change immutable fields, and names each: those that the mask has must be given as
   * they are.
   *
   * @param current the resource that the update meets
   */
  public void requireUnchanged(Message current) {
    List<InvalidRequest.Violation> changed =
        current.getDescriptorForType().getFields().stream()
            .filter(field -> is(FieldBehavior.IMMUTABLE, field) && has(field.getName()))
            .filter(field -> !given.getField(field).equals(current.getField(field)))
            .map(field -> new InvalidRequest.Violation(path(field), "cannot be changed"))
            .toList();
    if (!changed.isEmpty()) {
      throw new InvalidRequest(changed).asException();
    }
  }

  private String path(FieldDescriptor field) {
    return resource + "." + field.getName();
  }

  /**
   * Refuses a mask for one of its paths. It is told which, if it looks like a path: anything else
   * may be of any length, and personal.
   *
   * @param rule what the mask must be
   */
  public static void refuse(Fields fields, String path, String rule) {
    fields.reject("update_mask", isTold(path) ? rule + "; there is no " + path : rule);
  }

  private static boolean isTold(String path) {
    return !path.isEmpty()
        && path.length() <= MAX_TOLD
        && path.chars().allMatch(letter -> letter < 0x80 && isTold((char) letter));
  }

  private static boolean isTold(char letter) {
    return Character.isLetterOrDigit(letter) || "_.*".indexOf(letter) >= 0;
  }

  private static Set<String> unnamed(Message given, boolean evenEmpty) {
    Set<String> paths = new HashSet<>();
    for (FieldDescriptor field : given.getDescriptorForType().getFields()) {
      boolean taken =
          isPopulated(given, field) || (evenEmpty && !is(FieldBehavior.IMMUTABLE, field));
      if (taken && isWritable(field)) {
        paths.add(field.getName());
      }
    }
    return paths;
  }

  private static Set<String> named(Fields fields, List<String> named, Message given) {
    Set<String> paths = new HashSet<>();
    for (String path : named) {
      FieldDescriptor field = given.getDescriptorForType().findFieldByName(path);
      if (field == null) {
        refuse(fields, path, "must name fields of the resource, or be * alone");
        return Set.of();
      }
      if (isWritable(field)) {
        paths.add(path);
      }
    }
    return paths;
  }

  private static boolean isPopulated(Message given, FieldDescriptor field) {
    return field.isRepeated() ? given.getRepeatedFieldCount(field) > 0 : given.hasField(field);
  }

  private static boolean isWritable(FieldDescriptor field) {
    return !is(FieldBehavior.OUTPUT_ONLY, field)
        && !is(FieldBehavior.IDENTIFIER, field)
        && !field.getName().equals("etag");
  }

  private static boolean is(FieldBehavior behavior, FieldDescriptor field) {
    return field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).contains(behavior);
  }
}
