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
 * over (AIP-203).
 */
public final class UpdateMask {

  private final Set<String> paths;

  private UpdateMask(Set<String> paths) {
    this.paths = paths;
  }

  /** Reads the mask; unknown paths are at fault. */
  public static UpdateMask read(Fields fields, FieldMask mask, Message resource) {
    Set<String> paths = new HashSet<>();
    for (FieldDescriptor field : resource.getDescriptorForType().getFields()) {
      boolean implied = mask.getPathsCount() == 0 && isPopulated(resource, field);
      if (isWritable(field) && (implied || mask.getPathsList().equals(List.of("*")))) {
        paths.add(field.getName());
      }
    }
    for (String path : mask.getPathsList()) {
      FieldDescriptor field = resource.getDescriptorForType().findFieldByName(path);
      if (field != null && isWritable(field)) {
        paths.add(path);
      } else if (field == null && !mask.getPathsList().equals(List.of("*"))) {
        fields.reject("update_mask", "must name fields of the resource, or be * alone");
      }
    }
    return new UpdateMask(paths);
  }

  public boolean has(String field) {
    return paths.contains(field);
  }

  private static boolean isPopulated(Message resource, FieldDescriptor field) {
    return field.isRepeated()
        ? resource.getRepeatedFieldCount(field) > 0
        : resource.hasField(field);
  }

  private static boolean isWritable(FieldDescriptor field) {
    List<FieldBehavior> behaviors =
        field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior);
    return !behaviors.contains(FieldBehavior.OUTPUT_ONLY)
        && !behaviors.contains(FieldBehavior.IDENTIFIER)
        && !field.getName().equals("etag");
  }
}
