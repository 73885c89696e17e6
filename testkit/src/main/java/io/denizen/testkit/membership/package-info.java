/** Contracts and in-memory adapters of applications, teams and memberships. */
@NullMarked
package io.denizen.testkit.membership;

import org.jspecify.annotations.NullMarked;
