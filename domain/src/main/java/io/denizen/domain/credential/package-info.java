/** How someone proves to be who they are: passwords, and tokens that were sent to them. */
@NullMarked
package io.denizen.domain.credential;

import org.jspecify.annotations.NullMarked;
