package io.denizen.grpc.shared;

import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.denizen.domain.shared.FailureException;
import io.denizen.grpc.shared.InvalidRequest.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FilterTest {

  @Test
  void aValueIsReadWithAndWithoutQuotesAndWhiteSpace() {
    for (String filter :
        List.of("slug=ada", "slug = ada", " slug  =\tada ", "slug=\"ada\"", "slug = \"ada\"")) {
      Fields fields = new Fields();
      assertThat(Filter.read(fields, filter).equal("slug", identity())).isEqualTo("ada");
      assertThat(violations(fields)).isEmpty();
    }
  }

  @Test
  void quotesHoldAnythingAndEscapeThemselves() {
    Fields fields = new Fields();

    assertThat(Filter.read(fields, "a = \"say \\\"AND\\\" \\\\ (twice)\"").equal("a", identity()))
        .isEqualTo("say \"AND\" \\ (twice)");
    assertThat(Filter.read(fields, "a = \"\"").equal("a", identity())).isEmpty();
    assertThat(violations(fields)).isEmpty();
  }

  @Test
  void everyOperatorIsKept() {
    Fields fields = new Fields();
    Filter filter = Filter.read(fields, "a=1 AND a!=2 AND a<3 AND a<=4 AND a>5 AND a>=6 AND a:7");

    assertThat(filter.take("a", "<=", identity())).isEqualTo("4");
    assertThat(filter.take("a", "<", identity())).isEqualTo("3");
    assertThat(filter.take("a", ">=", identity())).isEqualTo("6");
    assertThat(filter.take("a", ">", identity())).isEqualTo("5");
    assertThat(filter.take("a", "!=", identity())).isEqualTo("2");
    assertThat(filter.take("a", ":", identity())).isEqualTo("7");
    assertThat(filter.equal("a", identity())).isEqualTo("1");
    filter.end("nothing more");
    assertThat(violations(fields)).isEmpty();
  }

  @Test
  void nothingIsAskedForByAnEmptyFilter() {
    Fields fields = new Fields();
    Filter filter = Filter.read(fields, " \t ");

    assertThat(filter.equal("slug", identity())).isNull();
    filter.end("slug");
    assertThat(violations(fields)).isEmpty();
  }

  @Test
  void whatNobodyTookIsTold() {
    Fields fields = new Fields();
    Filter filter = Filter.read(fields, "slug = a AND slug = b AND size > 3");
    filter.equal("slug", identity());
    filter.end("slug with =");

    assertThat(violations(fields))
        .allMatch(violation -> violation.path().equals("filter"))
        .extracting(Violation::description)
        .satisfiesExactly(
            twice -> assertThat(twice).contains("slug =").contains("slug with ="),
            unknown -> assertThat(unknown).contains("size >"));
  }

  @Test
  void whatCannotBeReadIsToldByItsPlace() {
    Fields fields = new Fields();
    Filter.read(fields, "slug = a OR slug = b").end("slug with =");

    assertThat(violations(fields))
        .singleElement()
        .satisfies(violation -> assertThat(violation.description()).contains("at character 9"));
  }

  @Test
  void hostileFiltersTakeNoTime() {
    for (String hostile :
        List.of(
            " ".repeat(1_999) + "!",
            "a".repeat(2_000),
            "a = \"" + "\\\"".repeat(990),
            "a = \"" + "x".repeat(1_990),
            "a = b" + " ".repeat(1_990) + "c",
            "a=b AND ".repeat(249) + "a=",
            "\"".repeat(2_000),
            "(".repeat(2_000),
            "\\".repeat(4 * 1024 * 1024),
            " ".repeat(4 * 1024 * 1024) + "x")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () ->
              assertThatCode(() -> Filter.read(new Fields(), hostile).end("nothing"))
                  .doesNotThrowAnyException());
    }
  }

  private static List<Violation> violations(Fields fields) {
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> fields.read(() -> ""));
    return refused == null ? List.of() : ((InvalidRequest) refused.failure()).violations();
  }
}
