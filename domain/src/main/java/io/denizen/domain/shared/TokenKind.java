package io.denizen.domain.shared;

/** What a token that is sent to somebody is for. */
public enum TokenKind {
  /** Proves something about an identity. */
  VERIFICATION("dzv_"),
  /** Accepts an invitation. */
  INVITATION("dzi_");

  private final String prefix;

  TokenKind(String prefix) {
    this.prefix = prefix;
  }

  /** So that a token that leaked is recognised by those who look for such. */
  String prefix() {
    return prefix;
  }
}
