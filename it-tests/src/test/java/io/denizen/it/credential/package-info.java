/** Passwords and verification tokens, end to end. */
@NullMarked
package io.denizen.it.credential;

import org.jspecify.annotations.NullMarked;
