package io.denizen.domain.shared;

/** Makes tokens that nobody can guess. */
@FunctionalInterface
public interface TokenSource {

  TokenSecret next(TokenKind kind);
}
