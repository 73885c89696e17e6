/** Tests of the server. */
@NullMarked
package io.denizen.server.embedded;

import org.jspecify.annotations.NullMarked;
