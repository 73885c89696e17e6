package io.denizen.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.audit.v1.AuditEvent;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.ListAuditEventsResponse;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import io.denizen.it.harness.Caller;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Everything that a server keeps, read through its API: the identities and their audit events. */
record Ledger(Map<String, Identity> identities, Map<String, Set<Long>> versions) {

  static Ledger read(Caller caller) {
    Map<String, Identity> identities = new HashMap<>();
    String token = "";
    do {
      ListIdentitiesResponse page =
          caller
              .identities()
              .listIdentities(
                  ListIdentitiesRequest.newBuilder()
                      .setPageSize(1_000)
                      .setPageToken(token)
                      .setShowDeleted(true)
                      .build());
      page.getIdentitiesList().forEach(identity -> identities.put(identity.getName(), identity));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return new Ledger(identities, versions(caller));
  }

  private static Map<String, Set<Long>> versions(Caller caller) {
    Map<String, Set<Long>> versions = new HashMap<>();
    Set<String> events = new HashSet<>();
    String token = "";
    do {
      ListAuditEventsResponse page =
          caller
              .audit()
              .listAuditEvents(
                  ListAuditEventsRequest.newBuilder()
                      .setPageSize(1_000)
                      .setPageToken(token)
                      .build());
      for (AuditEvent event : page.getAuditEventsList()) {
        assertThat(events.add(event.getName())).as("each event is listed once").isTrue();
        assertThat(
                versions
                    .computeIfAbsent(event.getResource(), name -> new TreeSet<>())
                    .add(event.getResourceVersion()))
            .as("one event a version of %s", event.getResource())
            .isTrue();
      }
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return versions;
  }

  /** Every version of every identity has its event, and no event is without its version. */
  void requireNoChangeWithoutEventAndNoEventWithoutChange() {
    Map<String, Set<Long>> expected =
        identities.values().stream()
            .collect(
                Collectors.toMap(
                    Identity::getName,
                    identity ->
                        LongStream.rangeClosed(1, version(identity))
                            .boxed()
                            .collect(Collectors.toCollection(TreeSet::new))));
    assertThat(versions).isEqualTo(expected);
  }

  /** What was answered is there, or what somebody made of it later. */
  void requireEverything(Map<String, Identity> acknowledged) {
    acknowledged.forEach(
        (name, answered) -> {
          Identity kept = identities.getOrDefault(name, Identity.getDefaultInstance());
          assertThat(kept.getName()).as("an acknowledged identity").isEqualTo(name);
          assertThat(version(kept)).isGreaterThanOrEqualTo(version(answered));
          if (version(kept) == version(answered)) {
            assertThat(kept).isEqualTo(answered);
          }
        });
  }

  private static long version(Identity identity) {
    return Long.parseLong(identity.getEtag());
  }
}
