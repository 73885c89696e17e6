package io.denizen.grpc.membership;

import com.google.protobuf.Timestamp;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.membership.AccessAnswer;
import io.denizen.domain.membership.AccessQuestion;
import io.denizen.domain.membership.AccessScope;
import io.denizen.domain.membership.Permission;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.shared.FailureException;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Times;
import io.denizen.membership.v1.AccessReason;
import io.denizen.membership.v1.BatchCheckAccessResponse;
import io.denizen.membership.v1.CheckAccessRequest;
import io.denizen.membership.v1.CheckAccessResponse;
import io.denizen.membership.v1.Grant;
import io.denizen.membership.v1.ListPermissionsRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps questions about access, and what answers them, between the API and the domain. */
final class AccessMessages {

  private static final int MAX_BATCH = 1_000;

  /** A grant is up to 400 bytes long, and clients take 4 MiB. */
  private static final int MAX_GRANTS_IN_BATCH = 5;

  /** Of the name of an application: what is longer is in one. */
  private static final int APPLICATION_LENGTH = "applications/".length() + 36;

  private AccessMessages() {}

  /**
   * One question.
   *
   * @param path where the request is, with a dot behind it; empty if it is not inside another
   */
  static @Nullable AccessQuestion question(Fields fields, String path, CheckAccessRequest request) {
    @Nullable IdentityId identity = identity(fields, path + "identity", request.getIdentity());
    @Nullable AccessScope scope = scope(fields, path + "scope", request.getScope());
    @Nullable Permission permission =
        permission(fields, path + "permission", request.getPermission());
    return identity == null || scope == null || permission == null
        ? null
        : new AccessQuestion(identity, scope, permission);
  }

  /** Those of a batch, in their order. */
  static List<AccessQuestion> questions(Fields fields, List<CheckAccessRequest> requests) {
    if (requests.isEmpty() || requests.size() > MAX_BATCH) {
      fields.reject("requests", "must be 1 to 1,000 questions");
      return List.of();
    }
    List<AccessQuestion> questions = new ArrayList<>(requests.size());
    for (int i = 0; i < requests.size(); i++) {
      String path = "requests[" + i + "].";
      @Nullable AccessQuestion question = question(fields, path, requests.get(i));
      if (requests.get(i).hasReadTime()) {
        fields.reject(path + "read_time", "must not be set in a batch");
      }
      if (question != null) {
        questions.add(question);
      }
    }
    return questions;
  }

  /** Null for now. */
  static @Nullable Instant readTime(Fields fields, CheckAccessRequest request) {
    return request.hasReadTime() ? readTime(fields, request.getReadTime()) : null;
  }

  /** Null for now. */
  static @Nullable Instant readTime(Fields fields, ListPermissionsRequest request) {
    return request.hasReadTime() ? readTime(fields, request.getReadTime()) : null;
  }

  private static Instant readTime(Fields fields, Timestamp time) {
    return fields.parsed("read_time", time, Times::instant);
  }

  static IdentityId identity(Fields fields, String path, String name) {
    return fields.required(path, name, MembershipMessages::identityId);
  }

  static AccessScope scope(Fields fields, String path, String name) {
    return fields.required(path, name, AccessMessages::scope);
  }

  static Permission permission(Fields fields, String path, String name) {
    return fields.required(path, name, Permission::new);
  }

  static CheckAccessResponse message(AccessAnswer answer) {
    return message(answer, Integer.MAX_VALUE);
  }

  static BatchCheckAccessResponse batch(List<AccessAnswer> answers) {
    BatchCheckAccessResponse.Builder message = BatchCheckAccessResponse.newBuilder();
    answers.forEach(answer -> message.addResponses(message(answer, MAX_GRANTS_IN_BATCH)));
    return message.build();
  }

  private static CheckAccessResponse message(AccessAnswer answer, int mostGrants) {
    CheckAccessResponse.Builder message =
        CheckAccessResponse.newBuilder()
            .setAllowed(answer.isAllowed())
            .setReason(reason(answer.reason()));
    answer.grants().stream().limit(mostGrants).forEach(grant -> message.addGrants(message(grant)));
    return message.build();
  }

  static Grant message(io.denizen.domain.membership.Grant grant) {
    Grant.Builder message =
        Grant.newBuilder().setRole(grant.role().value()).setPermission(grant.permission().value());
    ResourceName membership = grant.membership();
    if (membership != null) {
      message.setMembership(membership.value());
    }
    ResourceName roleAssignment = grant.roleAssignment();
    if (roleAssignment != null) {
      message.setRoleAssignment(roleAssignment.value());
    }
    ResourceName includedRole = grant.includedRole();
    if (includedRole != null) {
      message.setIncludedRole(includedRole.value());
    }
    return message.build();
  }

  private static AccessReason reason(io.denizen.domain.membership.AccessReason reason) {
    return switch (reason) {
      case GRANTED -> AccessReason.ACCESS_REASON_GRANTED;
      case IDENTITY_NOT_FOUND -> AccessReason.ACCESS_REASON_IDENTITY_NOT_FOUND;
      case IDENTITY_SUSPENDED -> AccessReason.ACCESS_REASON_IDENTITY_SUSPENDED;
      case APPLICATION_NOT_FOUND -> AccessReason.ACCESS_REASON_APPLICATION_NOT_FOUND;
      case TEAM_NOT_FOUND -> AccessReason.ACCESS_REASON_TEAM_NOT_FOUND;
      case NOT_A_MEMBER -> AccessReason.ACCESS_REASON_NOT_A_MEMBER;
      case MEMBERSHIP_NOT_ACTIVE -> AccessReason.ACCESS_REASON_MEMBERSHIP_NOT_ACTIVE;
      case PERMISSION_NOT_GRANTED -> AccessReason.ACCESS_REASON_PERMISSION_NOT_GRANTED;
    };
  }

  private static AccessScope scope(String name) {
    try {
      if (name.length() <= APPLICATION_LENGTH) {
        return AccessScope.of(ResourceIds.application(name));
      }
      InApplication<TeamId> team = TeamMessages.id(name);
      return new AccessScope(team.applicationId(), team.id());
    } catch (FailureException neither) {
      throw new InvalidValue(
              "must be applications/{uuid} or applications/{uuid}/teams/{uuid}, each uuid in lower"
                  + " case")
          .asException();
    }
  }
}
