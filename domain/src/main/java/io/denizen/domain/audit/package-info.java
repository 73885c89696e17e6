/**
 * What was done, by whom, before and after; and the one way to change anything: {@link Journal}.
 */
@NullMarked
package io.denizen.domain.audit;

import org.jspecify.annotations.NullMarked;
