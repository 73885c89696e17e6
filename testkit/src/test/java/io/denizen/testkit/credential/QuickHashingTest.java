package io.denizen.testkit.credential;

import io.denizen.domain.credential.PasswordHashing;

final class QuickHashingTest extends PasswordHashingContract {

  private final PasswordHashing hashing = new QuickHashing();

  @Override
  protected PasswordHashing hashing() {
    return hashing;
  }
}
