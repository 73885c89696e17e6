/**
 * What tests of the API need: a server in this process, methods by their descriptors, refusals
 * checked for what every refusal must tell, and requests that nobody should send.
 */
@NullMarked
package io.denizen.grpc.testing;

import org.jspecify.annotations.NullMarked;
