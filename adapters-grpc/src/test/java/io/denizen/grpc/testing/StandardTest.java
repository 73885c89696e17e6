package io.denizen.grpc.testing;

import com.google.protobuf.Message;
import io.denizen.identity.v1.IdentityServiceGrpc;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.ApplicationServiceGrpc;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.MembershipServiceGrpc;
import io.denizen.membership.v1.RoleServiceGrpc;
import io.denizen.membership.v1.TeamServiceGrpc;
import io.grpc.ServiceDescriptor;

/** A test of what the API promises alike for every kind of resource. */
public abstract class StandardTest extends GrpcTest {

  /** Every kind of resource there is: a new one is tested when it is listed here. */
  protected enum Kind {
    IDENTITY,
    APPLICATION,
    TEAM,
    ROLE,
    MEMBERSHIP
  }

  protected Resource resource(Kind kind) {
    return switch (kind) {
      case IDENTITY -> identity();
      case APPLICATION -> applicationResource();
      case TEAM -> teamResource();
      case ROLE -> roleResource();
      case MEMBERSHIP -> membershipResource();
    };
  }

  private Resource identity() {
    return new Resource(
        methods(IdentityServiceGrpc.getServiceDescriptor(), "Identity", "Identities", ""),
        "identity",
        this::person,
        StandardTest::renamed,
        "display_name");
  }

  private Resource applicationResource() {
    return new Resource(
        methods(ApplicationServiceGrpc.getServiceDescriptor(), "Application", "Applications", ""),
        "application",
        this::application,
        StandardTest::renamed,
        "display_name");
  }

  private Resource teamResource() {
    String parent = create(application()).getName();
    return new Resource(
        methods(TeamServiceGrpc.getServiceDescriptor(), "Team", "Teams", parent),
        "team",
        this::team,
        StandardTest::renamed,
        "display_name");
  }

  private Resource roleResource() {
    String parent = create(application()).getName();
    return new Resource(
        methods(RoleServiceGrpc.getServiceDescriptor(), "Role", "Roles", parent),
        "role",
        this::role,
        StandardTest::renamed,
        "display_name");
  }

  private Resource membershipResource() {
    Application application = withRoles(create(application()), "admin", "reader", "writer");
    return new Resource(
        methods(
            MembershipServiceGrpc.getServiceDescriptor(),
            "Membership",
            "Memberships",
            application.getName()),
        "membership",
        () -> membership(create(person()), "admin", "reader"),
        message -> ((Membership) message).toBuilder().addRoles("writer").build(),
        "roles");
  }

  private static Message renamed(Message message) {
    return Methods.with(message, "display_name", "Someone else");
  }

  private Methods methods(
      ServiceDescriptor service, String resource, String plural, String parent) {
    return new Methods(denizen.channel(), service, resource, plural, parent);
  }
}
