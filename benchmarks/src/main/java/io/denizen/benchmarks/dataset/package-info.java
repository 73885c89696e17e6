/** What the database is filled with before anything is measured. */
@NullMarked
package io.denizen.benchmarks.dataset;

import org.jspecify.annotations.NullMarked;
