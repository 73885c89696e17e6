package io.denizen.domain.audit;

/**
 * A resource as it was after one certain change.
 *
 * @param version 0 for what has no versions, such as an audit event
 */
public record ResourceVersion(ResourceName resource, long version) {

  public static ResourceVersion of(Audited aggregate) {
    return new ResourceVersion(aggregate.name(), aggregate.lifecycle().version());
  }
}
