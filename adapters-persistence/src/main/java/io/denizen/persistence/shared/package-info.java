/** The pool, the threads and the mapping rules that every room's SQL runs on. */
@NullMarked
package io.denizen.persistence.shared;

import org.jspecify.annotations.NullMarked;
