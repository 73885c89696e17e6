/** Tests of what every room runs on. */
@NullMarked
package io.denizen.persistence.shared;

import org.jspecify.annotations.NullMarked;
