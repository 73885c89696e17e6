/** {@code denizen.credential.v1}. */
@NullMarked
package io.denizen.grpc.credential;

import org.jspecify.annotations.NullMarked;
