/** Hashes against those of other implementations, and how many are computed at a time. */
@NullMarked
package io.denizen.hashing;

import org.jspecify.annotations.NullMarked;
