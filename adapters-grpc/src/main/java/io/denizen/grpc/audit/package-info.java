/** {@code denizen.audit.v1}. */
@NullMarked
package io.denizen.grpc.audit;

import org.jspecify.annotations.NullMarked;
