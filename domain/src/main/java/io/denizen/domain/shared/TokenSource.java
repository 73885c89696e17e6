package io.denizen.domain.shared;

/** Makes tokens that nobody can guess. */
@FunctionalInterface
public interface TokenSource {

  TokenSecret next(TokenKind kind);

  /** Tokens of these bytes. */
  static TokenSource of(RandomBytes random) {
    return kind -> TokenSecret.of(kind, random.next(TokenSecret.BYTES));
  }
}
