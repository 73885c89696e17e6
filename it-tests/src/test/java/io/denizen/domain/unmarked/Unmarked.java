package io.denizen.domain.unmarked;

/** Breaks the rule that every package says whether its types may be null: this one does not. */
final class Unmarked {
  private Unmarked() {}
}
