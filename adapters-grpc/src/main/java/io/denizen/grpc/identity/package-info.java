/** {@code denizen.identity.v1}. */
@NullMarked
package io.denizen.grpc.identity;

import org.jspecify.annotations.NullMarked;
