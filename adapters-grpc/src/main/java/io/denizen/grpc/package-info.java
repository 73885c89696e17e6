/** Denizen's gRPC API: {@link io.denizen.grpc.GrpcEndpoints} is the way in. */
@NullMarked
package io.denizen.grpc;

import org.jspecify.annotations.NullMarked;
