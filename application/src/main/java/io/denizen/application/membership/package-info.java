/** Use cases about where someone belongs. */
@NullMarked
package io.denizen.application.membership;

import org.jspecify.annotations.NullMarked;
