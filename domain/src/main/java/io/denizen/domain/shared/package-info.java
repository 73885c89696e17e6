/** What every feature shares: typed ids, validated values and the failures they raise. */
@NullMarked
package io.denizen.domain.shared;

import org.jspecify.annotations.NullMarked;
