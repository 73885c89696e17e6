package io.denizen.grpc.identity;

import io.denizen.application.identity.ExternalLoginDirectory;
import io.denizen.application.identity.ExternalLoginLinks;
import io.denizen.application.identity.IdentityDirectory;
import io.denizen.application.identity.IdentityLifecycle;
import io.denizen.application.identity.IdentityPreferences;
import io.denizen.application.identity.IdentityProfile;
import io.denizen.application.identity.RoleAssignmentDirectory;
import io.denizen.application.identity.RoleAssignmentLifecycle;
import io.grpc.BindableService;
import java.util.List;

/** What the room offers to {@link io.denizen.grpc.GrpcEndpoints}: its use cases as services. */
public record IdentityEndpoints(
    IdentityLifecycle lifecycle,
    IdentityDirectory directory,
    ExternalLoginLinks externalLoginLinks,
    ExternalLoginDirectory externalLoginDirectory,
    IdentityProfile profile,
    IdentityPreferences preferences,
    RoleAssignmentLifecycle roleAssignments,
    RoleAssignmentDirectory roleAssignmentDirectory) {

  public List<BindableService> services() {
    return List.of(
        new IdentityGrpcService(lifecycle, directory),
        new ExternalLoginGrpcService(externalLoginLinks, externalLoginDirectory),
        new ProfileGrpcService(profile),
        new PreferencesGrpcService(preferences),
        new IdentityRoleGrpcService(roleAssignments, roleAssignmentDirectory));
  }
}
