/** Use cases about who is signed in. */
@NullMarked
package io.denizen.application.session;

import org.jspecify.annotations.NullMarked;
