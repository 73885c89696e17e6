/** Identities, end to end. */
@NullMarked
package io.denizen.it.identity;

import org.jspecify.annotations.NullMarked;
