/** Applications, teams and memberships in PostgreSQL. */
@NullMarked
package io.denizen.persistence.membership;

import org.jspecify.annotations.NullMarked;
