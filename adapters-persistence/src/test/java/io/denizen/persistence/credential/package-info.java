/** The credential contracts against PostgreSQL. */
@NullMarked
package io.denizen.persistence.credential;

import org.jspecify.annotations.NullMarked;
