package io.denizen.domain.membership;

import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What someone is at the place they belong to: up to 64 different roles of the application. Without
 * any they belong, and may nothing by it.
 *
 * @param slugs in alphabetical order, whatever order they were given in; unmodifiable
 */
public record RoleSlugs(List<Slug> slugs) {

  public static final int MAX_SIZE = 64;

  public static final RoleSlugs NONE = new RoleSlugs(List.of());

  public RoleSlugs {
    slugs = DistinctValues.sorted(slugs, MAX_SIZE, "role");
  }

  public static RoleSlugs of(String... slugs) {
    return of(List.of(slugs));
  }

  public static RoleSlugs of(List<String> slugs) {
    return new RoleSlugs(slugs.stream().map(Slug::new).toList());
  }

  public boolean contains(Slug role) {
    return slugs.contains(role);
  }

  /** Whether these and others are few enough to be held together. */
  public boolean fitWith(RoleSlugs others) {
    return together(others).size() <= MAX_SIZE;
  }

  /** These and others, which {@link #fitWith fit}. */
  public RoleSlugs and(RoleSlugs others) {
    return new RoleSlugs(together(others));
  }

  private List<Slug> together(RoleSlugs others) {
    return Stream.concat(slugs.stream(), others.slugs.stream()).distinct().toList();
  }

  /** Those of them that pass. */
  public RoleSlugs only(Predicate<Slug> filter) {
    return new RoleSlugs(slugs.stream().filter(filter).toList());
  }

  public RoleSlugs without(Slug role) {
    return only(slug -> !slug.equals(role));
  }
}
