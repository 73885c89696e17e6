/** Who is signed in, from what: devices, sessions and the refresh tokens that keep them open. */
@NullMarked
package io.denizen.domain.session;

import org.jspecify.annotations.NullMarked;
