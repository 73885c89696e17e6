/**
 * Hashes passwords and makes tokens: {@link io.denizen.hashing.PasswordHasher} is the way in. What
 * it computes is decided by the domain, which knows every kind of hash, and computes none.
 */
@NullMarked
package io.denizen.hashing;

import org.jspecify.annotations.NullMarked;
