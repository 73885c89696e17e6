package io.denizen.domain.credential;

/** Makes tokens that nobody can guess. */
@FunctionalInterface
public interface TokenSource {

  TokenSecret next();
}
