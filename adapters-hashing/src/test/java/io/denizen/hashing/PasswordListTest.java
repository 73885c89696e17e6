package io.denizen.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.credential.Password;
import io.denizen.domain.shared.TokenKind;
import io.denizen.domain.shared.TokenSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordListTest {

  @TempDir private Path folder;

  @Test
  void containsEachLineWhateverItsCaseAndForm() throws IOException {
    PasswordList list = list("Password1\r\n\n\uFB01ve hundred\nshort\n");

    for (String known : new String[] {"password1", "PASSWORD1", "\uFF50assword1", "Five Hundred"}) {
      assertThat(list.contain(Password.chosen(known))).as(known).isTrue();
    }
    assertThat(list.contain(Password.chosen("password2"))).isFalse();
    assertThat(list.size()).as("without what is too short anyway").isEqualTo(2);
  }

  @Test
  void takesFilesThatAreNotUtf8() throws IOException {
    Path file = folder.resolve("latin1");
    Files.write(file, "contraseña\nqwertyuiop\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(PasswordList.read(file).contain(Password.chosen("qwertyuiop"))).isTrue();
  }

  @Test
  void randomTokensAreAllDifferent() {
    TokenSource tokens = TokenSource.of(new SystemRandom());

    assertThat(tokens.next(TokenKind.VERIFICATION).reveal())
        .matches("dzv_[A-Za-z0-9_-]{43}")
        .isNotEqualTo(tokens.next(TokenKind.VERIFICATION).reveal());
    assertThat(tokens.next(TokenKind.VERIFICATION)).hasToString("TokenSecret[hidden]");
  }

  private PasswordList list(String text) throws IOException {
    return PasswordList.read(Files.writeString(folder.resolve("list"), text));
  }
}
