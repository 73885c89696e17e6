/** Denizen in memory, for tests: {@link InMemoryDenizen}. */
@NullMarked
package io.denizen.testkit;

import org.jspecify.annotations.NullMarked;
