package io.denizen.grpc.testing;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServiceDescriptor;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The six standard methods of a resource (AIP-131 to AIP-135, AIP-164), called by the names that
 * the AIPs give to everything in them: so that one test holds for every resource.
 *
 * @param resource such as {@code Team}
 * @param plural such as {@code Teams}
 * @param parent the collection's parent; empty if it has none
 */
public record Methods(
    Channel channel, ServiceDescriptor service, String resource, String plural, String parent) {

  public Message create(Message given, UnaryOperator<Message.Builder> more) {
    return call(
        "Create" + resource,
        request -> {
          setIfThere(request, "parent", parent);
          return more.apply(request.setField(field(request, field()), given));
        });
  }

  public Message create(Message given) {
    return create(given, request -> request);
  }

  public Message get(String name, boolean showDeleted) {
    return call(
        "Get" + resource,
        request ->
            request
                .setField(field(request, "name"), name)
                .setField(field(request, "show_deleted"), showDeleted));
  }

  public Message get(String name) {
    return get(name, false);
  }

  public Listing list(UnaryOperator<Message.Builder> more) {
    Message answer =
        call(
            "List" + plural,
            request -> {
              setIfThere(request, "parent", parent);
              return more.apply(request);
            });
    FieldDescriptor items =
        answer.getDescriptorForType().getFields().stream()
            .filter(FieldDescriptor::isRepeated)
            .findFirst()
            .orElseThrow();
    return new Listing(
        ((List<?>) answer.getField(items)).stream().map(Message.class::cast).toList(),
        text(answer, "next_page_token"));
  }

  public Message update(Message given, List<String> mask, UnaryOperator<Message.Builder> more) {
    return call(
        "Update" + resource,
        request ->
            more.apply(
                request
                    .setField(field(request, field()), given)
                    .setField(
                        field(request, "update_mask"),
                        FieldMask.newBuilder().addAllPaths(mask).build())));
  }

  public Message update(Message given, String... mask) {
    return update(given, List.of(mask), request -> request);
  }

  public Message delete(String name, UnaryOperator<Message.Builder> more) {
    return call(
        "Delete" + resource, request -> more.apply(request.setField(field(request, "name"), name)));
  }

  public Message delete(String name) {
    return delete(name, request -> request);
  }

  public Message undelete(String name, UnaryOperator<Message.Builder> more) {
    return call(
        "Undelete" + resource,
        request -> more.apply(request.setField(field(request, "name"), name)));
  }

  public Message undelete(String name) {
    return undelete(name, request -> request);
  }

  /** What the requests call the resource: {@code team}. */
  public String field() {
    return resource.toLowerCase(Locale.ROOT);
  }

  /** One page. */
  public record Listing(List<Message> items, String nextPageToken) {

    public List<String> names() {
      return items.stream().map(Methods::name).toList();
    }
  }

  /** The same message with a field changed. */
  public static Message with(Message message, String field, Object value) {
    return message.toBuilder().setField(field(message.toBuilder(), field), value).build();
  }

  public static UnaryOperator<Message.Builder> set(String field, Object value) {
    return request -> request.setField(field(request, field), value);
  }

  public static String name(Message resource) {
    return text(resource, "name");
  }

  public static String text(Message message, String field) {
    return (String) message.getField(message.getDescriptorForType().findFieldByName(field));
  }

  private Message call(String method, UnaryOperator<Message.Builder> fill) {
    MethodDescriptor<Message, Message> descriptor = method(method);
    PrototypeMarshaller<Message> requests =
        (PrototypeMarshaller<Message>) descriptor.getRequestMarshaller();
    Message.Builder request = requireNonNull(requests.getMessagePrototype()).newBuilderForType();
    return ClientCalls.blockingUnaryCall(
        channel, descriptor, CallOptions.DEFAULT, fill.apply(request).build());
  }

  @SuppressWarnings("unchecked") // Every method of ours takes and answers protobuf messages.
  private MethodDescriptor<Message, Message> method(String method) {
    return (MethodDescriptor<Message, Message>)
        service.getMethods().stream()
            .filter(descriptor -> method.equals(descriptor.getBareMethodName()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(service.getName() + " has no " + method));
  }

  private static void setIfThere(Message.Builder request, String field, String value) {
    FieldDescriptor descriptor = request.getDescriptorForType().findFieldByName(field);
    if (descriptor != null) {
      request.setField(descriptor, value);
    }
  }

  private static FieldDescriptor field(Message.Builder message, String name) {
    FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
    if (field == null) {
      throw new AssertionError(message.getDescriptorForType().getName() + " has no " + name);
    }
    return field;
  }
}
