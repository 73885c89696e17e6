/** Holds the API definitions to the conventions that callers rely on. */
@NullMarked
package io.denizen.proto;

import org.jspecify.annotations.NullMarked;
