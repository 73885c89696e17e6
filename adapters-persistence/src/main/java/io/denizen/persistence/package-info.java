/**
 * PostgreSQL behind the domain's ports: {@link io.denizen.persistence.PostgresPersistence} is the
 * way in.
 */
@NullMarked
package io.denizen.persistence;

import org.jspecify.annotations.NullMarked;
