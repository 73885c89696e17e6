package io.denizen.grpc.membership;

import io.denizen.domain.membership.PermissionPattern;
import io.denizen.domain.membership.RoleDetails;
import io.denizen.domain.membership.RoleFailure;
import io.denizen.domain.membership.RoleId;
import io.denizen.domain.membership.RoleQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Edit;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Times;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.ListRolesRequest;
import io.denizen.membership.v1.ListRolesResponse;
import io.denizen.membership.v1.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps roles between the API and the domain, both ways. */
final class RoleMessages {

  private static final Map<String, RoleQuery.Order> ORDERS =
      Map.of("create_time", RoleQuery.Order.CREATE_TIME, "slug", RoleQuery.Order.SLUG);
  private static final OrderBy<RoleQuery.Order> OLDEST_FIRST =
      new OrderBy<>(RoleQuery.Order.CREATE_TIME, false);

  private RoleMessages() {}

  static Role message(io.denizen.domain.membership.Role role) {
    RoleDetails details = role.details();
    Role.Builder message =
        Role.newBuilder()
            .setName(role.name().value())
            .setSlug(role.slug().value())
            .setDisplayName(details.displayName().value())
            .setDescription(details.description().value())
            .addAllPermissions(texts(details.permissions()))
            .addAllIncludes(texts(details.includes()))
            .addAllAssignableBy(texts(details.assignableBy()))
            .setOwner(details.owner())
            .setInherited(details.inherited())
            .setCreateTime(Times.timestamp(role.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(role.lifecycle().updateTime()))
            .setEtag(Etags.of(role));
    if (role.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(role.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListRolesResponse list(
      ListRolesRequest request, RoleQuery query, Page<io.denizen.domain.membership.Role> page) {
    Listed<Role> listed = Listed.of(request, page, query::cursor, RoleMessages::message);
    return ListRolesResponse.newBuilder()
        .addAllRoles(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  /** Of what can be changed: system roles cannot. */
  static InApplication<RoleId> id(String name) {
    if (ResourceIds.isSystemRole(name)) {
      throw new RoleFailure.Immutable(ResourceIds.systemRole(name)).asException();
    }
    return ResourceIds.inApplication("roles", name, RoleId::new);
  }

  static RoleDetails details(Fields fields, Role role) {
    DisplayName displayName = displayName(fields, role);
    Description description = description(fields, role);
    List<PermissionPattern> permissions = permissions(fields, role);
    List<Slug> includes = includes(fields, role);
    List<Slug> assignableBy = assignableBy(fields, role);
    return fields.read(
        () ->
            new RoleDetails(
                displayName,
                description,
                permissions,
                includes,
                assignableBy,
                role.getOwner(),
                role.getInherited()));
  }

  /** What an update makes of the role that it meets. */
  static Function<io.denizen.domain.membership.Role, RoleDetails> edit(
      Fields fields, UpdateMask mask, Role role) {
    Edit<RoleDetails> edit =
        new Edit<RoleDetails>(mask)
            .set("display_name", () -> displayName(fields, role), RoleDetails::withDisplayName)
            .set("description", () -> description(fields, role), RoleDetails::withDescription)
            .set("permissions", () -> permissions(fields, role), RoleDetails::withPermissions)
            .set("includes", () -> includes(fields, role), RoleDetails::withIncludes)
            .set("assignable_by", () -> assignableBy(fields, role), RoleDetails::withAssignableBy)
            .set("owner", role::getOwner, RoleDetails::withOwner)
            .set("inherited", role::getInherited, RoleDetails::withInherited);
    return current -> {
      mask.requireUnchanged(message(current));
      return edit.of(current.details());
    };
  }

  static RoleQuery query(Fields fields, ListRolesRequest request) {
    ApplicationId application =
        fields.required("parent", request.getParent(), ResourceIds::application);
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable Slug slug = filter.equal("slug", Slug::new);
    filter.end("slug with =");
    OrderBy<RoleQuery.Order> order =
        OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return fields.read(
        () ->
            new RoleQuery(
                application, slug, order.order(), order.descending(), request.getShowDeleted()));
  }

  private static DisplayName displayName(Fields fields, Role role) {
    return fields.required("role.display_name", role.getDisplayName(), DisplayName::new);
  }

  private static Description description(Fields fields, Role role) {
    return fields.parsed("role.description", role.getDescription(), Description::new);
  }

  private static List<PermissionPattern> permissions(Fields fields, Role role) {
    return fields.list(
        "role.permissions",
        role.getPermissionsList(),
        RoleDetails.MAX_PERMISSIONS,
        PermissionPattern::new,
        RoleDetails::permissions);
  }

  private static List<Slug> includes(Fields fields, Role role) {
    return slugs(fields, "role.includes", role.getIncludesList());
  }

  private static List<Slug> assignableBy(Fields fields, Role role) {
    return slugs(fields, "role.assignable_by", role.getAssignableByList());
  }

  private static List<Slug> slugs(Fields fields, String path, List<String> texts) {
    return fields.list(path, texts, RoleDetails.MAX_ROLES, Slug::new, RoleDetails::roles);
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }
}
