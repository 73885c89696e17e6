/** The contracts of identities on PostgreSQL. */
@NullMarked
package io.denizen.persistence.identity;

import org.jspecify.annotations.NullMarked;
