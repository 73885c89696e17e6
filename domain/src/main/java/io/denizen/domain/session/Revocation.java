package io.denizen.domain.session;

import io.denizen.domain.identity.SignInEnd;
import java.time.Instant;

/** That a session was ended before its time, and why. */
public record Revocation(Instant time, SignInEnd reason) {}
