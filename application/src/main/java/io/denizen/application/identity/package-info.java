/** Use cases about who someone is. */
@NullMarked
package io.denizen.application.identity;

import org.jspecify.annotations.NullMarked;
