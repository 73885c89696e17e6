package io.denizen.it.shared;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What of a message is told in confidence: the fields that are marked with debug_redact. */
final class Confidences {
  private Confidences() {}

  /** The secrets in a message that are not empty. */
  static Stream<String> secrets(Message message) {
    return message.getAllFields().entrySet().stream()
        .flatMap(
            entry ->
                isSecret(entry.getKey())
                    ? Stream.of((String) entry.getValue())
                    : inside(entry.getKey(), entry.getValue()).flatMap(Confidences::secrets))
        .filter(secret -> !secret.isEmpty());
  }

  /** The message with another secret in each field that is for one, empty or not. */
  static Message spoilt(Message message, UnaryOperator<String> secret) {
    Message.Builder spoilt = message.toBuilder();
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (isSecret(field)) {
        if (field.getRealContainingOneof() == null || message.hasField(field)) {
          spoilt.setField(field, secret.apply((String) message.getField(field)));
        }
      } else if (!field.isRepeated()
          && field.getJavaType() == JavaType.MESSAGE
          && message.hasField(field)) {
        spoilt.setField(field, spoilt((Message) message.getField(field), secret));
      }
    }
    return spoilt.build();
  }

  /** The message without its secrets. */
  static Message open(Message message) {
    return spoilt(message, secret -> "");
  }

  static boolean hasSecrets(Message empty) {
    return empty.getDescriptorForType().getFields().stream()
        .anyMatch(field -> isSecret(field) || isOfSecrets(field));
  }

  private static boolean isOfSecrets(FieldDescriptor field) {
    return field.getJavaType() == JavaType.MESSAGE
        && field.getMessageType().getFields().stream().anyMatch(Confidences::isSecret);
  }

  private static boolean isSecret(FieldDescriptor field) {
    return field.getOptions().getDebugRedact();
  }

  private static Stream<Message> inside(FieldDescriptor field, Object value) {
    if (field.getJavaType() != JavaType.MESSAGE) {
      return Stream.empty();
    }
    return field.isRepeated()
        ? ((List<?>) value).stream().map(Message.class::cast)
        : Stream.of((Message) value);
  }
}
