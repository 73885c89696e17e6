/** The arrows of the house, as rules that are shown to fire. */
@NullMarked
package io.denizen.it.architecture;

import org.jspecify.annotations.NullMarked;
