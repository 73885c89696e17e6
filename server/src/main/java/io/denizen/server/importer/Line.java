package io.denizen.server.importer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.protobuf.Struct;
import io.denizen.credential.v1.KeycloakCredential;
import io.denizen.identity.v1.Identity.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that an import is to bring about. It may refer, by slugs, to lines above it.
 *
 * <p>An organisation file has one a line, as a JSON object. Applications come before their teams, a
 * team before its sub-teams, roles before those that include them, and all of these, with the
 * identities, before the memberships. Roles that no line declares are made when they are mentioned.
 * The exports of other systems are translated into lines, some of them of types that no
 * organisation file has.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Line.Application.class, name = "application"),
  @JsonSubTypes.Type(value = Line.Identity.class, name = "identity"),
  @JsonSubTypes.Type(value = Line.Team.class, name = "team"),
  @JsonSubTypes.Type(value = Line.Role.class, name = "role"),
  @JsonSubTypes.Type(value = Line.Membership.class, name = "membership")
})
public sealed interface Line {

  /** The key of the preferences that has what came from Keycloak and has no field here. */
  String KEYCLOAK = "keycloak";

  /** In there, what Keycloak called the user. */
  String KEYCLOAK_ID = "id";

  /** In there, what the user was called by themselves and others. */
  String KEYCLOAK_NAME = "username";

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
   * A role of an application.
   *
   * @param application the slug of an application above
   * @param permissions null for those that it has, or none, like the other lists
   * @param owner null for what it is, or not, like {@code inherited}
   */
  record Role(
      String application,
      String slug,
      @Nullable String displayName,
      @Nullable String description,
      @Nullable List<String> permissions,
      @Nullable List<String> includes,
      @Nullable List<String> assignableBy,
      @Nullable Boolean owner,
      @Nullable Boolean inherited)
      implements Line {

    public Role {
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

  /**
   * That an identity belongs somewhere, whatever its roles are there.
   *
   * @param team as in {@link Membership}
   */
  record Belonging(String identity, String application, @Nullable String team) implements Line {}

  /**
   * An identity as another system keeps it. Unlike {@link Identity} it may be found again by its
   * address.
   *
   * @param key by which later lines refer to it
   * @param slug null if it has none
   * @param email null if it has none, which only a program may
   * @param enabled whether it may act; null to leave that as it is
   * @param emailVerified whether the other system has seen that the address is theirs
   * @param foreignId how the other system calls it; null if that is not told
   * @param foreignName by which they sign in there
   */
  record User(
      String key,
      @Nullable String slug,
      @Nullable String email,
      String displayName,
      Kind kind,
      @Nullable Boolean enabled,
      boolean emailVerified,
      @Nullable String foreignId,
      String foreignName)
      implements Line {}

  /** What is told of an identity; only the fields that are given. */
  record Profile(String identity, io.denizen.identity.v1.Profile profile) implements Line {}

  /** All that one key of an identity's preferences has. */
  record Preferences(String identity, String key, Struct settings) implements Line {}

  /** That an identity signs in with an account elsewhere. */
  record ExternalLogin(String identity, io.denizen.identity.v1.ExternalLogin login)
      implements Line {}

  /**
   * A password, for an identity that has none.
   *
   * @param hash what the other system keeps of it; null if that is the password itself
   * @param text the password itself; null if there is a hash
   */
  record Password(String identity, @Nullable KeycloakCredential hash, @Nullable String text)
      implements Line {

    @Override
    public String toString() {
      return "password of " + identity;
    }
  }

  private static void present(String field, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("has no " + field);
    }
  }
}
