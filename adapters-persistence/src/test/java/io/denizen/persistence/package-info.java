/** Tests of the persistence module, and the PostgreSQL that they share. */
@NullMarked
package io.denizen.persistence;

import org.jspecify.annotations.NullMarked;
