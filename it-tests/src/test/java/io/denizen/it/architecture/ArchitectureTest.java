package io.denizen.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its rules, and the rules to firing. */
class ArchitectureTest {
  /** Packages are named so that the class path is not searched as a whole. */
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(
              Arrays.stream(Module.values()).flatMap(m -> m.packages().stream()).toList());

  static Stream<Rule> rules() {
    return HouseRules.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theHouseKeepsTheRule(Rule rule) {
    rule.rule().check(HOUSE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theRuleFiresForEveryWayOfBreakingIt(Rule rule) {
    JavaClasses violations = new ClassFileImporter().importClasses(rule.violations());

    EvaluationResult result = rule.rule().evaluate(violations);

    String report = String.join("\n", result.getFailureReport().getDetails());
    assertThat(rule.reported()).isNotEmpty().allSatisfy(way -> assertThat(report).contains(way));
  }

  /** A rule about a mistyped package would pass for ever. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void everyPackageThatTheRuleNamesHasClasses(Rule rule) {
    Set<String> lived = HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(rule.packages())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(lived)
                    .anyMatch(home -> home.equals(name) || home.startsWith(name + ".")));
  }

  @Test
  void everyLibraryPackageIsUsedByAModuleThatMaySeeIt() {
    List<String> used =
        HOUSE.stream()
            .flatMap(subject -> subject.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .map(JavaClass::getPackageName)
            .distinct()
            .toList();

    assertThat(List.of(Library.values()))
        .flatMap(Library::packages)
        .allSatisfy(
            name ->
                assertThat(used)
                    .anyMatch(home -> home.equals(name) || home.startsWith(name + ".")));
  }
}
