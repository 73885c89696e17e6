package io.denizen.server.importer;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.denizen.membership.v1.Role;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Status;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has each change validated instead of made (AIP-163), so that nothing is written.
 *
 * <p>What a change would have created or undeleted is not there for the calls that refer to it. The
 * server checks those for valid fields all the same, and says NOT_FOUND only then; which is
 * answered here as if it had been done, or with an empty list.
 */
final class Rehearsal extends Rpc {

  private final Set<String> planned = ConcurrentHashMap.newKeySet();

  Rehearsal(Channel channel) {
    super(channel);
  }

  @Override
  <Q, R> CompletableFuture<R> call(MethodDescriptor<Q, R> method, Q request) {
    Message message = (Message) request;
    FieldDescriptor validateOnly = message.getDescriptorForType().findFieldByName("validate_only");
    if (validateOnly == null) {
      return isRead(method) ? pretended(method, message, super.call(method, request)) : refused();
    }
    Message change = message.toBuilder().setField(validateOnly, true).build();
    CompletableFuture<R> answer =
        pretended(method, message, super.call(method, method.parseRequest(bytes(change))));
    return isBeginning(method) ? answer.thenApply(this::plan) : answer;
  }

  @Override
  boolean isRehearsal() {
    return true;
  }

  private static InputStream bytes(Message message) {
    return message.toByteString().newInput();
  }

  private static boolean isRead(MethodDescriptor<?, ?> method) {
    String name = String.valueOf(method.getBareMethodName());
    return name.startsWith("Get") || name.startsWith("List") || name.startsWith("Lookup");
  }

  private static boolean isBeginning(MethodDescriptor<?, ?> method) {
    String name = String.valueOf(method.getBareMethodName());
    return name.startsWith("Create") || name.startsWith("Undelete");
  }

  private static <R> CompletableFuture<R> refused() {
    return CompletableFuture.failedFuture(
        Status.UNIMPLEMENTED
            .withDescription("cannot be validated without being done")
            .asRuntimeException());
  }

  private <R> CompletableFuture<R> pretended(
      MethodDescriptor<?, R> method, Message request, CompletableFuture<R> answer) {
    return answer.exceptionallyCompose(
        failure ->
            Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND && isPlanned(request)
                ? CompletableFuture.completedFuture(
                    method.parseResponse(bytes(stub(method, request))))
                : CompletableFuture.failedFuture(failure));
  }

  /** What was sent, as far as it was; with a name of its own, if it is to be created. */
  private static Message stub(MethodDescriptor<?, ?> method, Message request) {
    Message empty =
        (Message)
            Objects.requireNonNull(
                ((PrototypeMarshaller<?>) method.getResponseMarshaller()).getMessagePrototype());
    Message sent =
        request.getAllFields().values().stream()
            .filter(value -> empty.getClass().isInstance(value))
            .map(Message.class::cast)
            .findFirst()
            .orElse(empty);
    FieldDescriptor parent = request.getDescriptorForType().findFieldByName("parent");
    FieldDescriptor name = empty.getDescriptorForType().findFieldByName("name");
    if (parent == null || name == null) {
      return sent;
    }
    String type = empty.getDescriptorForType().getName();
    String collection = Character.toLowerCase(type.charAt(0)) + type.substring(1) + "s";
    return sent.toBuilder()
        .setField(name, request.getField(parent) + "/" + collection + "/" + UUID.randomUUID())
        .build();
  }

  private <R> R plan(R answer) {
    Message message = (Message) answer;
    FieldDescriptor name = message.getDescriptorForType().findFieldByName("name");
    if (name != null) {
      planned.add((String) message.getField(name));
    }
    if (message instanceof Role role) {
      // What memberships know it by.
      planned.add(role.getSlug());
    }
    return answer;
  }

  /** Whether a message mentions something that would have come to be, or something below it. */
  private boolean isPlanned(Message message) {
    return message.getAllFields().values().stream()
        .anyMatch(
            value ->
                value instanceof List<?> several
                    ? several.stream().anyMatch(this::isPlannedValue)
                    : isPlannedValue(value));
  }

  private boolean isPlannedValue(Object value) {
    return value instanceof Message inner
        ? isPlanned(inner)
        : value instanceof String text && (isPlanned(text) || isPlanned(top(text)));
  }

  private boolean isPlanned(String name) {
    return planned.contains(name);
  }

  /** Of {@code identities/1/profile}, {@code identities/1}. */
  private static String top(String name) {
    int end = name.indexOf('/', name.indexOf('/') + 1);
    return end < 0 ? name : name.substring(0, end);
  }
}
