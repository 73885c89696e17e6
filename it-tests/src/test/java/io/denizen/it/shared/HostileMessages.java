package io.denizen.it.shared;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes requests that nobody means well with; the same seed makes the same ones. */
final class HostileMessages {
  private static final int DEEPEST = 4;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "\u202Egnp.exe",
          "\u200B",
          "\uFEFF",
          "\uFFFF",
          "\r\n",
          "\u0007",
          "'; DROP TABLE denizen.identities; --",
          "%s%n%d",
          "${jndi:ldap://127.0.0.1/a}",
          "../../etc/passwd",
          "identities/",
          "identities/-",
          "identities/1",
          "identities/00000000-0000-0000-0000-000000000000",
          "identities/0198c0de-0000-7000-8000-000000000000/",
          "Identities/x",
          "applications/-",
          "applications/-/teams/-",
          "applications/0198c0de-0000-7000-8000-000000000000/teams/x",
          "applications/0198c0de-0000-7000-8000-000000000000",
          "applications/0198c0de-0000-7000-8000-000000000000/memberships/-",
          "auditEvents/",
          "ada@example.org",
          "ADA@EXAMPLE.ORG",
          "@",
          "a@b@c",
          "a@" + "x".repeat(300),
          "email desc",
          "email desc, email",
          "create_time",
          "no_such_field",
          "kind = KIND_PERSON",
          "kind = ",
          "= =",
          "email = \"",
          "state = STATE_ACTIVE AND",
          "occur_time > \"yesterday\"",
          "*",
          "name",
          "display_name",
          "identity.display_name",
          "A",
          "AAAA",
          "\uD83D\uDE00",
          "x".repeat(64),
          "x".repeat(201),
          "x".repeat(1_001),
          "\u00e9".repeat(5_000),
          "x".repeat(100_000));

  private static final List<Integer> NUMBERS =
      List.of(0, 1, -1, 50, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE);

  private final Random random;

  HostileMessages(long seed) {
    this.random = new Random(seed);
  }

  /** A request as it goes over the wire, now and then with bytes that were never a message. */
  byte[] next(Message empty) {
    byte[] bytes = fill(empty, 0).toByteArray();
    if (bytes.length > 0 && random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private Message fill(Message empty, int depth) {
    Message.Builder message = empty.newBuilderForType();
    for (FieldDescriptor field : empty.getDescriptorForType().getFields()) {
      if (random.nextInt(4) == 0 || (depth >= DEEPEST && isMessage(field))) {
        continue;
      }
      if (field.isRepeated()) {
        int times = random.nextInt(20) == 0 && !isMessage(field) ? 1_001 : random.nextInt(3);
        for (int i = 0; i < times; i++) {
          message.addRepeatedField(field, value(message, field, depth));
        }
      } else {
        message.setField(field, value(message, field, depth));
      }
    }
    return message.build();
  }

  private Object value(Message.Builder message, FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case STRING -> text();
      case INT -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case LONG -> random.nextBoolean() ? random.nextLong() : random.nextInt(3) - 1L;
      case BOOLEAN -> random.nextInt(4) == 0;
      case DOUBLE -> random.nextBoolean() ? Double.NaN : random.nextGaussian();
      case FLOAT -> random.nextFloat();
      case BYTE_STRING -> ByteString.copyFromUtf8(text());
      case ENUM ->
          field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt(5) * 7 % 5);
      case MESSAGE -> fill(message.newBuilderForField(field).build(), depth + 1);
    };
  }

  private String text() {
    return switch (random.nextInt(10)) {
      case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 1 ->
          random
              .ints(random.nextInt(80), 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  private static boolean isMessage(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
  }
}
