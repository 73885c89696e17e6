package io.denizen.domain.session;

/** Makes bytes that nobody can guess. */
@FunctionalInterface
public interface RandomBytes {

  byte[] next(int count);
}
