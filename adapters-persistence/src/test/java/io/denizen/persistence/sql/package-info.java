/** Checks of every mapped statement, and statements that break the rules on purpose. */
@NullMarked
package io.denizen.persistence.sql;

import org.jspecify.annotations.NullMarked;
