/** Applications, teams and memberships, end to end. */
@NullMarked
package io.denizen.it.membership;

import org.jspecify.annotations.NullMarked;
