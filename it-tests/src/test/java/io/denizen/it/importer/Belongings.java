package io.denizen.it.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.membership.v1.AccessServiceListApplicationsRequest;
import io.denizen.membership.v1.AccessServiceListApplicationsResponse;
import io.denizen.membership.v1.ApplicationMemberships;
import io.denizen.membership.v1.GetTeamRequest;
import io.denizen.membership.v1.Membership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where identities belong: what a file says, and what AccessService answers. */
final class Belongings {
  private static final Pattern MEMBERSHIP =
      Pattern.compile(
          "\\{\"type\": \"membership\", \"identity\": \"(?<identity>[^\"]+)\","
              + " \"application\": \"(?<application>[^\"]+)\","
              + " \"team\": (?:null|\"(?<team>[^\"]+)\"), \"roles\": \\[(?<roles>[^]]*)].*");

  private static final Pattern IDENTITY =
      Pattern.compile("\\{\"type\": \"identity\", \"slug\": \"(?<slug>[^\"]+)\".*");

  private final Caller caller;
  private final Map<String, String> teams = new HashMap<>();

  Belongings(Caller caller) {
    this.caller = caller;
  }

  /**
   * A place, and what someone is there.
   *
   * @param team empty for the application itself
   */
  record Place(String application, String team, Set<String> roles) {}

  /** By the slugs of all identities; nowhere for those without a membership. */
  static Map<String, Set<Place>> of(Path file) throws IOException {
    Map<String, Set<Place>> places = new HashMap<>();
    matches(file, "identity", IDENTITY)
        .forEach(line -> places.put(line.group("slug"), new HashSet<>()));
    matches(file, "membership", MEMBERSHIP)
        .forEach(
            line -> Objects.requireNonNull(places.get(line.group("identity"))).add(place(line)));
    return places;
  }

  private static List<Matcher> matches(Path file, String type, Pattern pattern) throws IOException {
    List<Matcher> lines =
        Files.readAllLines(file).stream()
            .filter(line -> line.contains("\"type\": \"" + type + "\""))
            .map(pattern::matcher)
            .toList();
    assertThat(lines).as("lines of type %s", type).isNotEmpty().allMatch(Matcher::matches);
    return lines;
  }

  /** Page by page. */
  Set<Place> of(String slug) {
    AccessServiceListApplicationsRequest.Builder request =
        AccessServiceListApplicationsRequest.newBuilder()
            .setIdentity(
                caller
                    .identities()
                    .lookupIdentity(LookupIdentityRequest.newBuilder().setSlug(slug).build())
                    .getName())
            .setPageSize(3);
    Set<Place> places = new HashSet<>();
    do {
      AccessServiceListApplicationsResponse page =
          caller.access().listApplications(request.build());
      page.getApplicationsList().forEach(belonging -> places.addAll(places(belonging)));
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());
    return places;
  }

  private List<Place> places(ApplicationMemberships belonging) {
    return belonging.getMembershipsList().stream()
        .map(
            membership ->
                new Place(
                    belonging.getApplication().getSlug(),
                    team(membership),
                    new TreeSet<>(membership.getRolesList())))
        .toList();
  }

  private String team(Membership membership) {
    return membership.getTeam().isEmpty()
        ? ""
        : teams.computeIfAbsent(
            membership.getTeam(),
            name ->
                caller
                    .teams()
                    .getTeam(GetTeamRequest.newBuilder().setName(name).build())
                    .getSlug());
  }

  private static Place place(Matcher line) {
    String team = line.group("team");
    return new Place(
        line.group("application"),
        team == null ? "" : team,
        new TreeSet<>(
            Arrays.stream(line.group("roles").split(","))
                .map(role -> role.strip().replace("\"", ""))
                .filter(role -> !role.isEmpty())
                .toList()));
  }
}
