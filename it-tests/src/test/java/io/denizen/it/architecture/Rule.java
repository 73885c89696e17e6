package io.denizen.it.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * A rule, and the deliberate violations that show it to fire.
 *
 * @param packages every package that the rule names
 * @param violations test classes that break it
 * @param reported what the report of those violations must name, each showing one way to break it
 */
record Rule(ArchRule rule, Set<String> packages, List<Class<?>> violations, Set<String> reported) {

  /** For the names of the tests. */
  @Override
  public String toString() {
    return rule.getDescription();
  }
}
