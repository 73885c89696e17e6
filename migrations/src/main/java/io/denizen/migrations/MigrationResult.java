package io.denizen.migrations;

import java.util.List;

/**
 * What a migration found and did.
 *
 * @param applied the changesets applied now, in order, such as {@code identities}; empty when the
 *     schema was current already
 * @param total how many changesets the schema consists of now
 */
public record MigrationResult(List<String> applied, int total) {

  public MigrationResult {
    applied = List.copyOf(applied);
  }
}
