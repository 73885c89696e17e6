/** What every service shares: who calls, how requests are read (AIP), and how failures are told. */
@NullMarked
package io.denizen.grpc.shared;

import org.jspecify.annotations.NullMarked;
