/** Where someone belongs: applications, the teams inside them, and memberships of both. */
@NullMarked
package io.denizen.domain.membership;

import org.jspecify.annotations.NullMarked;
