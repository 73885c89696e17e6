/** The contracts of the journal and the audit trail on PostgreSQL. */
@NullMarked
package io.denizen.persistence.audit;

import org.jspecify.annotations.NullMarked;
