package io.denizen.hashing;

import io.denizen.domain.credential.Argon2Cost;
import io.denizen.domain.credential.Argon2Hash;
import io.denizen.domain.credential.BcryptHash;
import io.denizen.domain.credential.Octets;
import io.denizen.domain.credential.PasswordAlgorithm;
import io.denizen.domain.credential.PasswordHash;
import io.denizen.domain.credential.Pbkdf2Hash;
import io.denizen.domain.credential.ScryptHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Computes hashes, on the thread that asks. */
final class Digests {

  private static final int DIGEST_BYTES = 32;

  private Digests() {}

  /** A new hash. */
  static Argon2Hash argon2(String password, Argon2Cost cost, Octets salt) {
    return new Argon2Hash(
        PasswordAlgorithm.ARGON2ID,
        Argon2Hash.VERSION,
        cost,
        salt,
        argon2(password, Argon2Parameters.ARGON2_id, Argon2Hash.VERSION, cost, salt, DIGEST_BYTES));
  }

  /** Whether a hash is of a password; compared in constant time. */
  static boolean matches(String password, PasswordHash hash) {
    return switch (hash) {
      case Argon2Hash argon2 -> argon2.digest().equals(again(password, argon2));
      case ScryptHash scrypt -> scrypt.digest().equals(again(password, scrypt));
      case Pbkdf2Hash pbkdf2 -> pbkdf2.digest().equals(again(password, pbkdf2));
      case BcryptHash bcrypt -> OpenBSDBCrypt.checkPassword(bcrypt.text(), utf8(password));
    };
  }

  private static Octets again(String password, Argon2Hash hash) {
    int type =
        hash.algorithm() == PasswordAlgorithm.ARGON2I
            ? Argon2Parameters.ARGON2_i
            : Argon2Parameters.ARGON2_id;
    return argon2(password, type, hash.version(), hash.cost(), hash.salt(), hash.digest().length());
  }

  private static Octets argon2(
      String password, int type, int version, Argon2Cost cost, Octets salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(type)
            .withVersion(version)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt.toByteArray())
            .build());
    byte[] digest = new byte[length];
    generator.generateBytes(utf8(password), digest);
    return Octets.of(digest);
  }

  private static Octets again(String password, ScryptHash hash) {
    return Octets.of(
        SCrypt.generate(
            utf8(password),
            hash.salt().toByteArray(),
            1 << hash.logN(),
            hash.r(),
            hash.p(),
            hash.digest().length()));
  }

  /** The JDK's, which HotSpot gives the processor's own instructions. It takes UTF-8, too. */
  private static Octets again(String password, Pbkdf2Hash hash) {
    String algorithm =
        hash.algorithm() == PasswordAlgorithm.PBKDF2_SHA512
            ? "PBKDF2WithHmacSHA512"
            : "PBKDF2WithHmacSHA256";
    PBEKeySpec key =
        new PBEKeySpec(
            password.toCharArray(),
            hash.salt().toByteArray(),
            hash.iterations(),
            hash.digest().length() * Byte.SIZE);
    try {
      return Octets.of(SecretKeyFactory.getInstance(algorithm).generateSecret(key).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    } finally {
      key.clearPassword();
    }
  }

  private static byte[] utf8(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
