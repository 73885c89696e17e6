package io.denizen.server.importer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of an organisation file: a JSON object that may refer, by slugs, to lines above it.
 *
 * <p>The file is newline-delimited JSON. Applications come before their teams, a team before its
 * sub-teams, and both, with the identities, before the memberships.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Line.Application.class, name = "application"),
  @JsonSubTypes.Type(value = Line.Identity.class, name = "identity"),
  @JsonSubTypes.Type(value = Line.Team.class, name = "team"),
  @JsonSubTypes.Type(value = Line.Membership.class, name = "membership")
})
sealed interface Line {

  JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          // A misspelt field would otherwise be lost without a word.
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * Reads a line.
   *
   * @throws tools.jackson.core.JacksonException if it is not one
   */
  static Line read(String json) {
    return JSON.readValue(json, Line.class);
  }

  /** A context that identities belong to. */
  record Application(String slug, @Nullable String displayName, @Nullable String description)
      implements Line {

    public Application {
      present("slug", slug);
    }
  }

  /**
   * Someone, or some program.
   *
   * @param kind {@code PERSON}, which it is if null, or {@code SERVICE}
   */
  record Identity(
      String slug, @Nullable String email, @Nullable String displayName, @Nullable String kind)
      implements Line {

    public Identity {
      present("slug", slug);
    }
  }

  /**
   * A team of an application.
   *
   * @param application the slug of an application above
   * @param parent the slug of a team above of the same application; null for a top-level team
   */
  record Team(
      String application,
      String slug,
      @Nullable String displayName,
      @Nullable String description,
      @Nullable String parent)
      implements Line {

    public Team {
      present("application", application);
      present("slug", slug);
    }
  }

  /**
   * Where an identity belongs.
   *
   * @param team the slug of a team above of the application; null for a membership of the
   *     application itself
   */
  record Membership(String identity, String application, @Nullable String team, List<String> roles)
      implements Line {

    public Membership {
      present("identity", identity);
      present("application", application);
      present("roles", roles);
    }
  }

  private static void present(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("has no " + field);
    }
  }
}
