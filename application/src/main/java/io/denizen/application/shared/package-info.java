/** What every use case shares: how a change is submitted, committed and repeated. */
@NullMarked
package io.denizen.application.shared;

import org.jspecify.annotations.NullMarked;
