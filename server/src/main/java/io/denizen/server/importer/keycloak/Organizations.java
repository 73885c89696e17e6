package io.denizen.server.importer.keycloak;

import io.denizen.server.importer.Line;
import io.denizen.server.importer.LineSource.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The organisations of a realm, each as an application of its own. */
final class Organizations {

  private static final String WHAT = "organizations[]";

  private final Names applications;
  private final Leftovers leftovers;
  private final Map<String, Organization> organizations = new LinkedHashMap<>();

  Organizations(Names applications, Leftovers leftovers) {
    this.applications = applications;
    this.leftovers = leftovers;
  }

  private record Organization(String place, String slug, List<Member> members) {}

  /** Somebody in it; little of them, since there may be many. */
  private record Member(String at, String name) {}

  /** Takes what the realm says of its organisations. */
  void declare(Realm realm, Sink sink) throws InterruptedException {
    for (Realm.Section section : realm.sections()) {
      for (Entry organization : section.organizations()) {
        declare(realm, section.prefix() + organization.path(), organization, sink);
      }
    }
  }

  /**
   * Brings the members in, once all users are.
   *
   * @param user by what the line of the user of a name is referred to
   */
  void tellMembers(Function<String, String> user, Sink sink) throws InterruptedException {
    for (Organization organization : organizations.values()) {
      for (Member member : organization.members()) {
        sink.line(
            organization.place() + "." + member.at(),
            new Line.Belonging(user.apply(member.name()), organization.slug(), null));
      }
    }
  }

  private void declare(Realm realm, String at, Entry entry, Sink sink) throws InterruptedException {
    String place = at;
    try {
      String name = entry.text("name");
      String alias = entry.text("alias");
      String handle = alias == null ? name : alias;
      if (handle == null) {
        throw new MalformedEntry("", "has neither alias nor name");
      }
      place += " (" + Leftovers.shortened(handle) + ")";
      if (organizations.containsKey(handle)) {
        throw new MalformedEntry("", "is there already");
      }
      String description = entry.text("description");
      Boolean enabled = entry.flag("enabled");
      List<Entry> members = entry.entries("members");
      entry.ignore("id");
      leftovers.rest(WHAT, place, entry);
      if (Boolean.FALSE.equals(enabled)) {
        leftovers.at(WHAT + " that are disabled", place);
      }
      // Apart from the realm, even if it has the same name.
      String slug =
          applications.slug("organization " + handle + " of realm " + realm.name(), handle);
      organizations.put(handle, new Organization(place, slug, members(place, members, sink)));
      sink.line(place, new Line.Application(slug, name == null ? handle : name, description));
    } catch (MalformedEntry malformed) {
      sink.fail("applications", place, malformed.why());
    }
  }

  private List<Member> members(String organization, List<Entry> entries, Sink sink) {
    List<Member> members = new ArrayList<>();
    for (Entry entry : entries) {
      String at = relative(entry.path());
      try {
        String name = entry.text("username");
        if (name == null) {
          throw new MalformedEntry("", "has no username");
        }
        at += " (" + Leftovers.shortened(name) + ")";
        String type = entry.text("membershipType");
        if (type != null) {
          leftovers.at(
              WHAT + ".members[].membershipType " + Leftovers.shortened(type),
              organization + "." + at);
        }
        members.add(new Member(at, name));
      } catch (MalformedEntry malformed) {
        sink.fail("memberships", organization + "." + at, malformed.why());
      }
    }
    return members;
  }

  /** Of {@code organizations[1].members[2]}, the last step. */
  private static String relative(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
