/** What every method of the API keeps to, end to end. */
@NullMarked
package io.denizen.it.shared;

import org.jspecify.annotations.NullMarked;
