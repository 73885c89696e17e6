/** The audit trail, end to end, and what the database itself holds of it. */
@NullMarked
package io.denizen.it.audit;

import org.jspecify.annotations.NullMarked;
