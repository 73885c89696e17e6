/** Who may do what, compared with what plain Java makes of the same history. */
@NullMarked
package io.denizen.it.access;

import org.jspecify.annotations.NullMarked;
