/** The audit trail, and the journal that writes everything. */
@NullMarked
package io.denizen.persistence.audit;

import org.jspecify.annotations.NullMarked;
