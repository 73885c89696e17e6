/** {@code denizen.membership.v1}. */
@NullMarked
package io.denizen.grpc.membership;

import org.jspecify.annotations.NullMarked;
