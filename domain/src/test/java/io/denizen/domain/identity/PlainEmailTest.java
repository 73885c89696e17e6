package io.denizen.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PlainEmailTest {

  private static final Pattern RULE =
      Pattern.compile(
          "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)*"
              + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");

  private static final String LETTERS = "aZ09..--@@+~ \u00e9";

  @Test
  void agreesWithTheRuleOnWhateverIsNearlyAnAddress() {
    Random random = new Random(11);
    int addresses = 0;
    for (int i = 0; i < 300_000; i++) {
      String text = scribble(random);
      boolean valid = RULE.matcher(text).matches();
      assertThat(PlainEmail.isOne(text)).as(text).isEqualTo(valid);
      addresses += valid ? 1 : 0;
    }
    assertThat(addresses).isGreaterThan(1_000);
  }

  @Test
  void takesALabelOfSixtyThreeLettersAndNoLonger() {
    assertThat(PlainEmail.isOne("a@" + "b".repeat(63) + ".c" + "d".repeat(62))).isTrue();
    assertThat(PlainEmail.isOne("a@" + "b".repeat(64))).isFalse();
  }

  private static String scribble(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(9); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
