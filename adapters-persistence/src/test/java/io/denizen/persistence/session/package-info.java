/** Sessions against PostgreSQL. */
@NullMarked
package io.denizen.persistence.session;

import org.jspecify.annotations.NullMarked;
