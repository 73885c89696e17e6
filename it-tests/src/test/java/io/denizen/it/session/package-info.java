/** Sessions, end to end. */
@NullMarked
package io.denizen.it.session;

import org.jspecify.annotations.NullMarked;
