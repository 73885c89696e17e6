package io.denizen.domain.membership;

import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import io.denizen.domain.shared.Slug;
import java.util.List;
import java.util.stream.Stream;

/** Roles as the audit trail keeps them. */
final class RoleImages {

  private RoleImages() {}

  static Document image(Role role) {
    RoleDetails details = role.details();
    Document.Builder image =
        Document.builder()
            .putText("name", role.name())
            .putText("slug", role.slug())
            .putText("display_name", details.displayName())
            .putText("description", details.description())
            .put("permissions", texts(details.permissions()))
            .put("includes", texts(details.includes()))
            .put("assignable_by", texts(details.assignableBy()))
            .put("owner", details.owner())
            .put("inherited", details.inherited());
    role.lifecycle().describe(image);
    return image.build();
  }

  static Role role(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    return new Role(
        new RoleId(name.id()),
        new ApplicationId(name.parent().id()),
        new Slug(image.text("slug")),
        new RoleDetails(
            new DisplayName(image.text("display_name")),
            new Description(image.text("description")),
            image.texts("permissions").stream().map(PermissionPattern::new).toList(),
            slugs(image, "includes").toList(),
            slugs(image, "assignable_by").toList(),
            Boolean.TRUE.equals(image.get("owner")),
            Boolean.TRUE.equals(image.get("inherited"))),
        Lifecycle.fromImage(image));
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static Stream<Slug> slugs(Document image, String field) {
    return image.texts(field).stream().map(Slug::new);
  }
}
