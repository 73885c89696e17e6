package io.denizen.domain.membership;

import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Slug;
import java.util.HashSet;
import java.util.List;

/**
 * What someone is at the place they belong to: 1 to 64 different roles.
 *
 * @param slugs in alphabetical order, whatever order they were given in; unmodifiable
 */
public record Roles(List<Slug> slugs) {

  public static final int MAX_SIZE = 64;

  public Roles {
    if (slugs.isEmpty() || slugs.size() > MAX_SIZE || new HashSet<>(slugs).size() < slugs.size()) {
      throw new InvalidValue("must be 1 to 64 different roles").asException();
    }
    slugs = slugs.stream().sorted().toList();
  }

  public static Roles of(String... slugs) {
    return of(List.of(slugs));
  }

  public static Roles of(List<String> slugs) {
    return new Roles(slugs.stream().map(Slug::new).toList());
  }

  public boolean contains(Slug role) {
    return slugs.contains(role);
  }
}
