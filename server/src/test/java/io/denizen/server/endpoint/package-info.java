/** Tests of the server. */
@NullMarked
package io.denizen.server.endpoint;

import org.jspecify.annotations.NullMarked;
