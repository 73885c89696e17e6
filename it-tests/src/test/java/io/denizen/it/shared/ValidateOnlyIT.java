package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.denizen.audit.v1.RecordAuditEventsRequest;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.CreateApplicationRequest;
import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.DeleteApplicationRequest;
import io.denizen.membership.v1.DeleteMembershipRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.UndeleteApplicationRequest;
import io.denizen.membership.v1.UndeleteMembershipRequest;
import io.denizen.membership.v1.UndeleteTeamRequest;
import io.denizen.membership.v1.UpdateApplicationRequest;
import io.denizen.membership.v1.UpdateMembershipRequest;
import io.denizen.membership.v1.UpdateTeamRequest;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is only to be validated leaves no row anywhere, and would have succeeded. */
@EndToEnd
class ValidateOnlyIT {
  private final TestDenizen denizen;
  private final Caller caller;

  ValidateOnlyIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
  }

  static Stream<MethodDescriptor<?, ?>> mutations() {
    return Api.methods().filter(Api::changes);
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aRehearsedChangeLeavesNoRow(MethodDescriptor<Message, Message> method) {
    Message request = request(String.valueOf(method.getBareMethodName()));
    FieldDescriptor validateOnly = request.getDescriptorForType().findFieldByName("validate_only");
    FieldDescriptor requestId = request.getDescriptorForType().findFieldByName("request_id");
    Message rehearsal =
        request.toBuilder()
            .setField(validateOnly, true)
            .setField(requestId, Some.requestId())
            .build();
    Map<String, Long> before = denizen.sql().rowCounts();
    List<String> versions = versions();

    call(method, rehearsal);

    assertThat(denizen.sql().rowCounts()).isEqualTo(before);
    assertThat(versions()).isEqualTo(versions);
    // The same in earnest does something, so the rehearsal was worth the name.
    call(method, request);
    assertThat(denizen.sql().rowCounts()).isNotEqualTo(before);
  }

  private Message call(MethodDescriptor<Message, Message> method, Message request) {
    return ClientCalls.blockingUnaryCall(caller.channel(), method, CallOptions.DEFAULT, request);
  }

  private List<String> versions() {
    return denizen
        .sql()
        .strings(
            """
            SELECT sum(version) FROM denizen.identities
            UNION ALL SELECT sum(version) FROM denizen.applications
            UNION ALL SELECT sum(version) FROM denizen.teams
            UNION ALL SELECT sum(version) FROM denizen.memberships
            """);
  }

  /** A request that succeeds. */
  private Message request(String method) {
    Application application = Some.application(caller);
    return switch (method) {
      case "CreateIdentity" ->
          CreateIdentityRequest.newBuilder().setIdentity(Some.person()).build();
      case "UpdateIdentity" ->
          UpdateIdentityRequest.newBuilder()
              .setIdentity(Some.person(caller).toBuilder().setDisplayName("Other"))
              .build();
      case "DeleteIdentity" ->
          DeleteIdentityRequest.newBuilder().setName(Some.person(caller).getName()).build();
      case "UndeleteIdentity" -> undeletedIdentity(Some.person(caller));
      case "CreateApplication" ->
          CreateApplicationRequest.newBuilder().setApplication(Some.application()).build();
      case "UpdateApplication" ->
          UpdateApplicationRequest.newBuilder()
              .setApplication(application.toBuilder().setDescription("Other"))
              .build();
      case "DeleteApplication" ->
          DeleteApplicationRequest.newBuilder().setName(application.getName()).build();
      case "UndeleteApplication" -> {
        caller
            .applications()
            .deleteApplication(
                DeleteApplicationRequest.newBuilder().setName(application.getName()).build());
        yield UndeleteApplicationRequest.newBuilder().setName(application.getName()).build();
      }
      case "CreateTeam" ->
          CreateTeamRequest.newBuilder()
              .setParent(application.getName())
              .setTeam(Some.team())
              .build();
      case "UpdateTeam", "DeleteTeam", "UndeleteTeam" ->
          teamRequest(method, Some.team(caller, application, ""));
      case "CreateMembership" -> Some.joining(application, Some.person(caller), "");
      case "UpdateMembership", "DeleteMembership", "UndeleteMembership" ->
          membershipRequest(method, Some.membership(caller, application, Some.person(caller), ""));
      case "RecordAuditEvents" -> {
        RecordAuditEventsRequest.Builder request = RecordAuditEventsRequest.newBuilder();
        request.addAuditEventsBuilder().setAction("payment.created").setResource("payments/1");
        yield request.build();
      }
      default -> throw new AssertionError("nobody has said how to succeed with " + method);
    };
  }

  private Message undeletedIdentity(Identity identity) {
    caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(identity.getName()).build());
    return UndeleteIdentityRequest.newBuilder().setName(identity.getName()).build();
  }

  private Message teamRequest(String method, Team team) {
    DeleteTeamRequest deletion = DeleteTeamRequest.newBuilder().setName(team.getName()).build();
    return switch (method) {
      case "UpdateTeam" ->
          UpdateTeamRequest.newBuilder().setTeam(team.toBuilder().setDescription("Other")).build();
      case "DeleteTeam" -> deletion;
      default -> {
        caller.teams().deleteTeam(deletion);
        yield UndeleteTeamRequest.newBuilder().setName(team.getName()).build();
      }
    };
  }

  private Message membershipRequest(String method, Membership membership) {
    DeleteMembershipRequest deletion =
        DeleteMembershipRequest.newBuilder().setName(membership.getName()).build();
    return switch (method) {
      case "UpdateMembership" ->
          UpdateMembershipRequest.newBuilder()
              .setMembership(membership.toBuilder().addRoles("admin"))
              .build();
      case "DeleteMembership" -> deletion;
      default -> {
        caller.memberships().deleteMembership(deletion);
        yield UndeleteMembershipRequest.newBuilder().setName(membership.getName()).build();
      }
    };
  }
}
