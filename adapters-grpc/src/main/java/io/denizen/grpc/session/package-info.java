/** {@code denizen.session.v1}. */
@NullMarked
package io.denizen.grpc.session;

import org.jspecify.annotations.NullMarked;
