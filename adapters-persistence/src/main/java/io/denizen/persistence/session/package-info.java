/** Devices, sessions and refresh tokens in PostgreSQL. */
@NullMarked
package io.denizen.persistence.session;

import org.jspecify.annotations.NullMarked;
