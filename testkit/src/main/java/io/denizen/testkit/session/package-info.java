/** Contracts of the ports of sessions, and adapters in memory. */
@NullMarked
package io.denizen.testkit.session;

import org.jspecify.annotations.NullMarked;
