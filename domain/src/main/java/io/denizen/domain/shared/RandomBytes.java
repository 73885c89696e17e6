package io.denizen.domain.shared;

/** Makes bytes that nobody can guess. */
@FunctionalInterface
public interface RandomBytes {

  byte[] next(int count);
}
