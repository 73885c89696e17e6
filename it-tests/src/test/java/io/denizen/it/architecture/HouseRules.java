package io.denizen.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every rule of the house's shape. */
final class HouseRules {
  /** What of the JDK is open to every module; the rest of it ({@code java.sql}) is a library. */
  private static final List<String> OPEN_TO_ALL =
      List.of(
          "java.io",
          "java.lang",
          "java.math",
          "java.net",
          "java.nio",
          "java.security",
          "java.text",
          "java.time",
          "java.util",
          "javax.crypto",
          "org.jspecify.annotations");

  private static final List<Module> ADAPTERS = List.of(Module.PERSISTENCE, Module.GRPC_ADAPTERS);

  private HouseRules() {}

  static Stream<Rule> all() {
    return Stream.of(
            Arrays.stream(Module.values()).map(HouseRules::arrows),
            Room.MODULES.stream().flatMap(HouseRules::rooms),
            Arrays.stream(Module.values()).filter(HouseRules::hasRooms).map(HouseRules::acyclic),
            ADAPTERS.stream().map(HouseRules::hidden),
            ADAPTERS.stream().map(HouseRules::factory),
            SourceRules.all())
        .flatMap(rules -> rules);
  }

  /** A module sees the modules and libraries that it may, and nothing else at all. */
  private static Rule arrows(Module module) {
    EnumSet<Module> hiddenModules = EnumSet.complementOf(EnumSet.of(module));
    hiddenModules.removeAll(module.modules());
    EnumSet<Library> hiddenLibraries = EnumSet.allOf(Library.class);
    hiddenLibraries.removeAll(module.libraries());
    Set<String> allowed = new TreeSet<>(OPEN_TO_ALL);
    allowed.addAll(module.packages());
    module.modules().forEach(seen -> allowed.addAll(seen.packages()));
    Set<String> named = packagesOf(EnumSet.allOf(Module.class));
    module.libraries().forEach(seen -> allowed.addAll(seen.packages()));
    ArchRule rule =
        classes()
            .that(resideInAnyPackage(below(module.packages())))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(below(allowed)))
            .as(name(module) + " sees only " + module.modules() + " and " + module.libraries());
    Set<String> reported = new TreeSet<>();
    hiddenModules.forEach(hidden -> reported.add(hidden.root()));
    hiddenLibraries.forEach(hidden -> reported.add(hidden.packages().getFirst()));
    return new Rule(rule, named, List.of(violation(module.root(), "SeesTooMuch")), reported);
  }

  /** A feature's room uses the features below it, in its own module and in those it sees. */
  private static Stream<Rule> rooms(Module module) {
    return Arrays.stream(Room.values())
        .filter(room -> !room.forbidden(module).isEmpty())
        .map(room -> room(module, room));
  }

  private static Rule room(Module module, Room room) {
    String home = room.in(module);
    Set<String> forbidden = room.forbidden(module);
    ArchRule rule =
        noClasses()
            .that(resideInAPackage(home + ".."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(below(forbidden)))
            .as("the room " + home + " keeps out of " + new TreeSet<>(forbidden));
    Set<String> named = new TreeSet<>(forbidden);
    named.add(home);
    return new Rule(rule, named, List.of(violation(home, "SeesTooMuch")), forbidden);
  }

  private static Rule acyclic(Module module) {
    String root = module.root();
    ArchRule rule =
        slices()
            .matching(root + ".(*)..")
            .should()
            .beFreeOfCycles()
            .as("the packages of " + name(module) + " depend on each other in one direction");
    Class<?> opens = violation(root + "." + twoPackages(module).getFirst(), "OpensACircle");
    Class<?> closes = violation(root + "." + twoPackages(module).getLast(), "ClosesTheCircle");
    return new Rule(
        rule, Set.of(root), List.of(opens, closes), Set.of(opens.getName(), closes.getName()));
  }

  /** Where the deliberate circle lies. */
  private static List<String> twoPackages(Module module) {
    return switch (module) {
      case SERVER -> List.of("database", "endpoint");
      case BENCHMARKS -> List.of("load", "report");
      default -> List.of("shared", "identity");
    };
  }

  /** The factory puts the rooms together; they do not know it. */
  private static Rule factory(Module adapter) {
    String root = adapter.root();
    ArchRule rule =
        noClasses()
            .that(resideInAPackage(root + ".*.."))
            .should()
            .dependOnClassesThat(resideInAPackage(root))
            .as("no room of " + name(adapter) + " knows the factory");
    Class<?> violation = violation(root + ".membership", "SeesTheFactory");
    return new Rule(rule, Set.of(root), List.of(violation), Set.of(violation.getName()));
  }

  /** An adapter is used through its factory; {@code shared} is public for the rooms beside it. */
  private static Rule hidden(Module adapter) {
    String root = adapter.root();
    ArchRule rule =
        classes()
            .that(resideInAPackage(root + ".."))
            .and()
            .resideOutsideOfPackages(root, root + ".shared..")
            .and(simpleNameEndingWith("Persistence").negate())
            .and(simpleNameEndingWith("Endpoints").negate())
            .should()
            .notBePublic()
            .as(name(adapter) + " shows its factory, and what each room gives to it, alone");
    Class<?> violation = violation(root + ".identity", "NeedlesslyPublic");
    return new Rule(rule, Set.of(root), List.of(violation), Set.of(violation.getName()));
  }

  private static boolean hasRooms(Module module) {
    return module != Module.PROTO
        && module != Module.MIGRATIONS
        && module != Module.HASHING
        && module != Module.TESTKIT;
  }

  /** Violations lie in the package whose rule they break, under test sources. */
  static Class<?> violation(String packageName, String name) {
    try {
      return Class.forName(packageName + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no deliberate violation shows that a rule fires", e);
    }
  }

  static String[] below(Collection<String> packages) {
    return packages.stream().map(name -> name + "..").toArray(String[]::new);
  }

  private static Set<String> packagesOf(Set<Module> modules) {
    Set<String> packages = new TreeSet<>();
    modules.forEach(module -> packages.addAll(module.packages()));
    return packages;
  }

  private static String name(Module module) {
    return module.name().toLowerCase(Locale.ROOT);
  }
}
