/** What is left when processes die, databases go away and callers give up. */
@NullMarked
package io.denizen.it.faults;

import org.jspecify.annotations.NullMarked;
