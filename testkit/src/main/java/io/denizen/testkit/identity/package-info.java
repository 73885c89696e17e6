/** Contract and in-memory adapter of the identities. */
@NullMarked
package io.denizen.testkit.identity;

import org.jspecify.annotations.NullMarked;
