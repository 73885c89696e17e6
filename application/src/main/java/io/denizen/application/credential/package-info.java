/** Use cases about how someone proves to be who they are. */
@NullMarked
package io.denizen.application.credential;

import org.jspecify.annotations.NullMarked;
