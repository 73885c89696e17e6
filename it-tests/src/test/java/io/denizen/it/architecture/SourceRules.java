package io.denizen.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Rules about what the sources of several modules say. */
final class SourceRules {
  /**
   * Where time and identifiers come from outside: a {@link Clock} and {@code Ids}. Not the server,
   * which makes the clock, nor the testkit, which makes one for those who bring none.
   */
  private static final Set<Module> TOLD_THE_TIME =
      EnumSet.of(Module.DOMAIN, Module.APPLICATION, Module.PERSISTENCE, Module.GRPC_ADAPTERS);

  /** Its random UUID is a correlation id for the log and identifies nothing. */
  private static final String MAKES_CORRELATION_IDS = "io.denizen.grpc.shared.Failures";

  private SourceRules() {}

  static Stream<Rule> all() {
    return Stream.of(clocks(), nullMarked());
  }

  private static Rule clocks() {
    Set<String> packages = packages(TOLD_THE_TIME);
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(HouseRules.below(packages))
            .and()
            .doNotHaveFullyQualifiedName(MAKES_CORRELATION_IDS)
            .and()
            .doNotHaveFullyQualifiedName(MAKES_CORRELATION_IDS + "$MappedCall")
            .should()
            .callCodeUnitWhere(describe("it asks the machine", SourceRules::asksTheMachine))
            .as("time comes from the injected clock and identifiers from Ids");
    List<Class<?>> violations =
        packages.stream()
            .<Class<?>>map(root -> HouseRules.violation(root + ".shared", "AsksTheMachine"))
            .toList();
    Set<String> reported = new TreeSet<>();
    violations.forEach(violation -> reported.add(violation.getName()));
    reported.addAll(
        List.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.ZonedDateTime.now(java.time.ZoneId)",
            "java.time.Clock.systemUTC()",
            "java.lang.System.currentTimeMillis()",
            "java.util.Date.<init>()",
            "java.util.UUID.randomUUID()"));
    return new Rule(rule, packages, violations, reported);
  }

  /** {@code System.nanoTime} stays: it measures how long something takes, and tells no time. */
  private static boolean asksTheMachine(JavaCodeUnitAccess<? extends CodeUnitCallTarget> call) {
    CodeUnitCallTarget target = call.getTarget();
    JavaClass owner = target.getOwner();
    return switch (target.getName()) {
      case "now" ->
          owner.getPackageName().startsWith("java.time")
              && target.getRawParameterTypes().stream()
                  .noneMatch(type -> type.isEquivalentTo(Clock.class));
      case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      case "randomUUID" -> owner.isEquivalentTo(UUID.class);
      case "<init>" -> owner.isEquivalentTo(Date.class) && target.getRawParameterTypes().isEmpty();
      default -> owner.isEquivalentTo(Clock.class) && target.getName().matches("system.*|tick.+");
    };
  }

  /** Generated sources come without package-info. */
  private static Rule nullMarked() {
    Set<String> packages = packages(EnumSet.complementOf(EnumSet.of(Module.PROTO)));
    ArchRule rule =
        classes()
            .that()
            .resideInAnyPackage(HouseRules.below(packages))
            .should(lieInNullMarkedPackages())
            .as("every package says that its types are non-null unless marked");
    Class<?> violation = HouseRules.violation("io.denizen.domain.unmarked", "Unmarked");
    return new Rule(rule, packages, List.of(violation), Set.of(violation.getName()));
  }

  private static ArchCondition<JavaClass> lieInNullMarkedPackages() {
    return new ArchCondition<>("lie in a @NullMarked package") {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        boolean marked = subject.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                subject, marked, subject.getName() + " lies in a package without @NullMarked"));
      }
    };
  }

  private static Set<String> packages(Set<Module> modules) {
    Set<String> packages = new TreeSet<>();
    modules.forEach(module -> packages.addAll(module.packages()));
    return packages;
  }
}
