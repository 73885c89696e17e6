package io.denizen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a use case can be refused with stands in its Javadoc, all of it and nothing else. */
class FailureDocumentationTest {

  private static final Sources DOMAIN = Sources.below("../domain/src/main/java");
  private static final Sources APPLICATION = Sources.below("src/main/java");

  private static List<Sources.File> useCases() {
    return APPLICATION.files().stream().filter(file -> !file.feature().equals("shared")).toList();
  }

  /** Each failure of a feature, as {@code TeamFailure.Cycle}. */
  private static Stream<String> failures(Sources.File file) {
    return file.types().stream().skip(1).map(type -> file.name() + "." + type);
  }

  private static List<Sources.File> failureFiles() {
    return DOMAIN.files().stream().filter(file -> file.name().endsWith("Failure")).toList();
  }

  @Test
  void theSourcesAreThere() {
    assertThat(useCases())
        .extracting(Sources.File::name)
        .contains("IdentityLifecycle", "TeamLifecycle", "MembershipDirectory", "AuditTrail");
    assertThat(failureFiles().stream().flatMap(FailureDocumentationTest::failures))
        .contains("IdentityFailure.EmailTaken", "TeamFailure.Cycle", "AuditFailure.NotFound");
  }

  @Test
  void everyFailureOfAFeatureIsNamedByAUseCaseOfThatFeature() {
    Set<String> unnamed = new TreeSet<>();
    for (Sources.File file : failureFiles()) {
      String docs =
          useCases().stream()
              .filter(useCase -> mayMeet(useCase, file))
              .map(Sources.File::docs)
              .collect(Collectors.joining());
      boolean namedAsAWhole = docs.contains("." + file.name() + "}");
      if (!namedAsAWhole && !file.feature().equals("shared")) {
        failures(file)
            .filter(failure -> !docs.contains("{@link " + failure + "}"))
            .filter(failure -> !docs.contains(" " + failure + "}"))
            .forEach(unnamed::add);
      }
    }

    assertThat(unnamed).isEmpty();
  }

  /** What is refused of changes whatever they change is with the audit trail, in the domain. */
  private static boolean mayMeet(Sources.File useCase, Sources.File failures) {
    return failures.feature().equals("audit") || failures.feature().equals(useCase.feature());
  }

  @Test
  void everyFailureThatAUseCaseNamesExists() {
    Set<String> existing =
        failureFiles().stream()
            .flatMap(FailureDocumentationTest::failures)
            .collect(Collectors.toSet());

    assertThat(useCases())
        .allSatisfy(useCase -> assertThat(existing).containsAll(useCase.namedFailures()));
  }

  @Test
  void everyFailureThatAUseCaseMakesStandsInItsJavadoc() {
    assertThat(useCases())
        .allSatisfy(
            useCase ->
                assertThat(useCase.namedFailures())
                    .as(useCase.name())
                    .containsAll(useCase.madeFailures()));
  }

  @Test
  void everyChangeSaysWhatItFailsWith() {
    assertThat(useCases())
        .allSatisfy(
            useCase ->
                assertThat(useCase.methods())
                    .filteredOn(method -> method.parameters().startsWith("Submission "))
                    .allSatisfy(method -> assertThat(method.docs()).contains("Fails with {@link"))
                    .allSatisfy(
                        method ->
                            assertThat(useCase.docs())
                                .contains("StoreFailure}", "JournalFailure}")));
  }
}
