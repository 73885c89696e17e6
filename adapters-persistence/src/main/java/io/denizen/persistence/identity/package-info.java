/** Identities in PostgreSQL. */
@NullMarked
package io.denizen.persistence.identity;

import org.jspecify.annotations.NullMarked;
