package io.denizen.grpc.shared;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Points in time as protobuf has them. */
public final class Times {

  private Times() {}

  public static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
