/** What the contracts and the in-memory adapters of every feature share. */
@NullMarked
package io.denizen.testkit.shared;

import org.jspecify.annotations.NullMarked;
