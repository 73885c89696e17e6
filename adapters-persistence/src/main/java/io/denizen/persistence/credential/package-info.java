/** Credentials and verification tokens in PostgreSQL. */
@NullMarked
package io.denizen.persistence.credential;

import org.jspecify.annotations.NullMarked;
