/** Tests of the server. */
@NullMarked
package io.denizen.server;

import org.jspecify.annotations.NullMarked;
