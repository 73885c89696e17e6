/** Who someone is. */
@NullMarked
package io.denizen.domain.identity;

import org.jspecify.annotations.NullMarked;
