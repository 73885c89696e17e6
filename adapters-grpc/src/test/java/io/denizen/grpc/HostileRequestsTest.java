package io.denizen.grpc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.grpc.testing.HostileRequests;
import io.denizen.grpc.testing.Refusal;
import io.denizen.identity.v1.CreateRoleAssignmentRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.IdentityRoleServiceGrpc;
import io.denizen.identity.v1.RoleAssignment;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.Membership;
import io.denizen.membership.v1.Role;
import io.denizen.membership.v1.Team;
import io.denizen.session.v1.Session;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every method that is served, found by its descriptor, under requests that are nearly right. */
final class HostileRequestsTest extends GrpcTest {

  private static final long SEED = Long.getLong("denizen.fuzz.seed", 20_261_120L);
  private static final int REQUESTS = Integer.getInteger("denizen.fuzz.requests", 200);

  @Test
  void everyRefusalSaysWhatIsWrongAndLeavesNothing() {
    Application application = create(application());
    Role role = create(application, role().toBuilder().setSlug("admin").build());
    Team team = create(application, team());
    Identity identity = create(person());
    Membership membership = create(application, membership(identity, "admin"));
    Session session = signIn(identity).getSession();
    Map<String, List<String>> resources =
        new HashMap<>(
            Map.of(
                "denizen.io/Application",
                List.of(application.getName(), create(application()).getName()),
                "denizen.io/Team",
                List.of(team.getName(), create(application, team()).getName()),
                "denizen.io/Identity",
                List.of(identity.getName(), create(person()).getName()),
                "denizen.io/ExternalLogin",
                List.of(linked(identity).getName()),
                "denizen.io/Role",
                List.of(role.getName(), create(application, role()).getName(), "roles/admin"),
                "denizen.io/Membership",
                List.of(membership.getName()),
                "denizen.io/Session",
                List.of(session.getName(), signIn(identity).getSession().getName()),
                "denizen.io/Device",
                List.of(session.getDevice()),
                "denizen.io/Profile",
                List.of(identity.getName() + "/profile"),
                "denizen.io/Preferences",
                List.of(identity.getName() + "/preferences")));
    resources.put("denizen.io/RoleAssignment", List.of(assigned(identity)));
    resources.put("denizen.io/Invitation", List.of(invited(application), invited(application)));
    HostileRequests requests = new HostileRequests(SEED, resources);
    List<MethodDescriptor<DynamicMessage, DynamicMessage>> methods = methods();
    long done = 0;

    for (int i = 0; i < REQUESTS; i++) {
      for (MethodDescriptor<DynamicMessage, DynamicMessage> method : methods) {
        DynamicMessage request =
            (DynamicMessage)
                requests.next(DynamicMessage.getDefaultInstance(schema(method).getInputType()));
        done += isDone(method, request) ? 1 : 0;
      }
    }

    assertThat(done).as("calls that were right after all").isPositive();
  }

  private String invited(Application application) {
    return invitations.createInvitation(invitation(application)).getInvitation().getName();
  }

  private String assigned(Identity identity) {
    return IdentityRoleServiceGrpc.newBlockingStub(denizen.channel())
        .createRoleAssignment(
            CreateRoleAssignmentRequest.newBuilder()
                .setParent(identity.getName())
                .setRoleAssignment(RoleAssignment.newBuilder().setRole("roles/trusted-contact"))
                .build())
        .getName();
  }

  private boolean isDone(
      MethodDescriptor<DynamicMessage, DynamicMessage> method, DynamicMessage request) {
    long before = denizen.changes();
    try {
      ClientCalls.blockingUnaryCall(denizen.channel(), method, CallOptions.DEFAULT, request);
      return true;
    } catch (StatusRuntimeException refused) {
      String call = method.getBareMethodName() + " of seed " + SEED + ": " + shortened(request);
      Refusal refusal = Refusal.of(refused);
      assertThat(documented(requireNonNull(method.getBareMethodName())))
          .as("%s: %s", call, refusal)
          .contains(refusal.code());
      assertThat(refusal.fields())
          .as("%s: %s", call, refusal)
          .allSatisfy(path -> requireField(request.getDescriptorForType(), path));
      // A wrong guess at a password that there is counts, and that is a change.
      long guesses = refusal.reason().equals("PASSWORD_WRONG") ? 1 : 0;
      assertThat(denizen.changes()).as("changes by %s", call).isBetween(before, before + guesses);
      return false;
    }
  }

  /** What the API's comments say that a method may be refused with while the store answers. */
  private static Set<Code> documented(String name) {
    String method = name.replaceFirst("^Batch", "");
    Set<Code> codes = EnumSet.of(Code.INVALID_ARGUMENT);
    if (!method.startsWith("Record")) {
      codes.add(Code.NOT_FOUND);
    }
    if (method.equals("CreateRole")) {
      codes.addAll(Set.of(Code.ALREADY_EXISTS, Code.FAILED_PRECONDITION));
    } else if (method.equals("CreateSession")) {
      codes.add(Code.FAILED_PRECONDITION);
    } else if (method.equals("RefreshSession") || method.equals("VerifySession")) {
      codes.add(Code.UNAUTHENTICATED);
    } else if (method.startsWith("Create") || method.startsWith("Link")) {
      codes.add(Code.ALREADY_EXISTS);
    } else if (method.startsWith("Resend") || method.startsWith("Accept")) {
      codes.addAll(Set.of(Code.ALREADY_EXISTS, Code.FAILED_PRECONDITION, Code.ABORTED));
    } else if (method.equals("RevokeInvitation")) {
      codes.addAll(Set.of(Code.FAILED_PRECONDITION, Code.ABORTED));
    } else if (method.matches("(?:Suspend|Activate|Unlink|BatchDelete).*")) {
      codes.addAll(Set.of(Code.ABORTED, Code.FAILED_PRECONDITION));
    } else if (method.matches("(?:Issue|Confirm).*")) {
      codes.add(Code.FAILED_PRECONDITION);
    } else if (method.startsWith("Verify")) {
      codes.addAll(Set.of(Code.UNAUTHENTICATED, Code.FAILED_PRECONDITION));
    } else if (method.startsWith("Update") || method.startsWith("Undelete")) {
      codes.addAll(Set.of(Code.ALREADY_EXISTS, Code.FAILED_PRECONDITION, Code.ABORTED));
    } else if (method.startsWith("Delete")) {
      codes.addAll(Set.of(Code.FAILED_PRECONDITION, Code.ABORTED));
    }
    return codes;
  }

  /** That a path such as {@code audit_events[3].actor} leads to a field, or into an object. */
  private static void requireField(Descriptor request, String path) {
    if (path.equals("request")) {
      // As a whole: it is too large.
      return;
    }
    @Nullable Descriptor message = request;
    for (String step : path.split("\\.", -1)) {
      String name = step.replaceFirst("\\[\\d+]$", "");
      FieldDescriptor field = requireNonNull(message, path).findFieldByName(name);
      assertThat(field).as("%s of %s", path, request.getFullName()).isNotNull();
      assertThat(field.isRepeated() || name.equals(step)).as(path).isTrue();
      message = field.getJavaType() == JavaType.MESSAGE ? field.getMessageType() : null;
      if (Struct.getDescriptor().equals(message)) {
        // Below it are the caller's own keys.
        return;
      }
    }
  }

  private static String shortened(Message request) {
    String text = request.toString();
    return text.substring(0, Math.min(2_000, text.length()));
  }

  private List<MethodDescriptor<DynamicMessage, DynamicMessage>> methods() {
    return denizen.services().stream()
        .flatMap(service -> service.getServiceDescriptor().getMethods().stream())
        .map(HostileRequestsTest::dynamic)
        .toList();
  }

  /** The served method, with messages made of its descriptors. */
  private static MethodDescriptor<DynamicMessage, DynamicMessage> dynamic(
      MethodDescriptor<?, ?> served) {
    Descriptors.MethodDescriptor schema = schema(served);
    return served.toBuilder(marshaller(schema.getInputType()), marshaller(schema.getOutputType()))
        .build();
  }

  private static Descriptors.MethodDescriptor schema(MethodDescriptor<?, ?> method) {
    return ((ProtoMethodDescriptorSupplier) requireNonNull(method.getSchemaDescriptor()))
        .getMethodDescriptor();
  }

  private static MethodDescriptor.Marshaller<DynamicMessage> marshaller(Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }
}
