package io.denizen.it.access;

import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.ValidityPeriod;
import io.denizen.domain.shared.Slug;
import io.denizen.it.access.Model.App;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Picks at random out of what there is, or makes up what there is not. Few values, so that they
 * meet.
 */
final class Chances {

  static final List<String> SLUGS = List.of("guest", "member", "editor", "admin", "auditor");
  private static final List<String> PATTERNS =
      List.of("*", "a.*", "a.b.*", "a.b.c", "a.c", "b.*", "b.c", "d", "a-b.c", "a_b");
  private final World world;
  private final Random random;
  private final Model model;

  Chances(World world, Random random, Model model) {
    this.world = world;
    this.random = random;
    this.model = model;
  }

  /** From 0 to below a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean even() {
    return random.nextBoolean();
  }

  RoleDetails roleDetails() {
    return RoleDetails.named(world.fixtures.displayName())
        .withPermissions(some(PATTERNS, 3).stream().map(PermissionPattern::new).toList())
        .withIncludes(
            random.nextBoolean() ? List.of() : some(SLUGS, 1).stream().map(Slug::new).toList())
        .withInherited(random.nextBoolean())
        // The model knows nothing of owners: what they keep from happening has not happened.
        .withOwner(random.nextInt(5) == 0);
  }

  /** Mostly those that are there. */
  List<String> rolesIn(App app) {
    List<String> there = SLUGS.stream().filter(slug -> model.role(app, slug) != null).toList();
    return there.isEmpty() || random.nextInt(10) == 0 ? some(SLUGS, 3) : some(there, 3);
  }

  /** Mostly without limits. */
  ValidityPeriod time() {
    @Nullable Instant start = random.nextInt(4) > 0 ? null : around();
    @Nullable Instant end = random.nextInt(4) > 0 ? null : around();
    return start != null && end != null && !start.isBefore(end)
        ? ValidityPeriod.UNLIMITED
        : new ValidityPeriod(start, end);
  }

  /** Some days before or after now. */
  Instant around() {
    return world.later(Duration.ofSeconds(random.nextInt(800_000) - 400_000));
  }

  <T> T any(Map<UUID, T> things) {
    return any(List.copyOf(things.values()));
  }

  <T> T any(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** Different ones, none to so many. */
  private List<String> some(List<String> of, int most) {
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String one = any(of);
      if (!chosen.contains(one)) {
        chosen.add(one);
      }
    }
    return chosen;
  }
}
