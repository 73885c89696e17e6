/** Contracts of the credential ports, the adapters in memory, and hashing that takes no time. */
@NullMarked
package io.denizen.testkit.credential;

import org.jspecify.annotations.NullMarked;
