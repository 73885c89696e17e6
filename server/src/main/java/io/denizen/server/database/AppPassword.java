package io.denizen.server.database;

import io.denizen.migrations.Migrations;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The password of the role that serves, where the operator has given none. */
public final class AppPassword {
  private static final int ITERATIONS = 210_000;
  private static final int BITS = 192;

  private AppPassword() {}

  /**
   * Derives it from the owner's, slowly (PBKDF2, RFC 8018): every server that is given the same
   * owner arrives at the same one without sharing anything else, and who learns it cannot cheaply
   * guess the owner's.
   */
  public static String derivedFrom(String ownerPassword) {
    byte[] salt = ("denizen/" + Migrations.APP_ROLE).getBytes(StandardCharsets.UTF_8);
    PBEKeySpec key = new PBEKeySpec(ownerPassword.toCharArray(), salt, ITERATIONS, BITS);
    try {
      byte[] derived =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key).getEncoded();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do PBKDF2", e);
    } finally {
      key.clearPassword();
    }
  }
}
