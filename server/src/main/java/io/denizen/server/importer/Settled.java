package io.denizen.server.importer;

import com.google.protobuf.FieldMask;
import io.denizen.server.importer.Tally.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A resource that is as the file says.
 *
 * @param name by which later lines refer to it
 */
record Settled(String name, Outcome outcome) {

  static CompletableFuture<Settled> unchanged(String name) {
    return CompletableFuture.completedFuture(new Settled(name, Outcome.UNCHANGED));
  }

  static FieldMask mask(String... paths) {
    return FieldMask.newBuilder().addAllPaths(List.of(paths)).build();
  }

  static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
