/** Use cases about what was done. */
@NullMarked
package io.denizen.application.audit;

import org.jspecify.annotations.NullMarked;
