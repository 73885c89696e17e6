package io.denizen.domain.shared;

import java.time.Instant;

/**
 * The moment of a change: the change set that it belongs to and the time that all of the set
 * carries.
 *
 * @param time in whole microseconds, which is what PostgreSQL keeps
 */
public record Occasion(ChangeSetId changeSet, Instant time) {}
