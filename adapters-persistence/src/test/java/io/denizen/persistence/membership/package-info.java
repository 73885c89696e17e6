/** The contracts of applications, teams and memberships on PostgreSQL. */
@NullMarked
package io.denizen.persistence.membership;

import org.jspecify.annotations.NullMarked;
