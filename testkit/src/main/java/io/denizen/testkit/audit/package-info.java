/** Contracts and in-memory adapters of the journal and the audit trail. */
@NullMarked
package io.denizen.testkit.audit;

import org.jspecify.annotations.NullMarked;
