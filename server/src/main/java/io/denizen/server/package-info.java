/** The composition root: what one running Denizen is made of, and how it starts and ends. */
@NullMarked
package io.denizen.server;

import org.jspecify.annotations.NullMarked;
