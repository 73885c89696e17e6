package io.denizen.grpc.testing;

import com.google.api.ResourceDescriptor;
import com.google.api.ResourceProto;
import com.google.api.ResourceReference;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests that are right but for a field or two, so that what is wrong gets as far as it
 * can; the same seed makes the same ones.
 */
public final class HostileRequests {

  private static final int DEEPEST = 6;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u202Egpj.exe",
          "\u200F",
          "\uFEFF",
          "e\u0301\u0302\u0303",
          "\uD83D\uDE00",
          "\uDBFF\uDFFF",
          "\r\n",
          "%s%n",
          "*",
          "-",
          "name",
          "nonsense",
          "create_time.seconds",
          "identities/-",
          "applications/-",
          "applications/-/teams/-",
          "identities/0199f000-0000-7000-8000-000000000000",
          "applications/0199f000-0000-7000-8000-000000000000",
          "applications/0199f000-0000-7000-8000-000000000000/teams/x",
          "Identities/0199F000-0000-7000-8000-000000000000",
          "slug = \"\\\"",
          "slug = a AND slug = b",
          "kind = 1 OR kind = 2",
          "occur_time > \"2026-13-01T00:00:00Z\"",
          "occur_time > \"+999999999-12-31T23:59:59Z\"",
          "create_time asc",
          "slug,create_time",
          "a@" + "x".repeat(300),
          "x".repeat(64),
          "x".repeat(1_001),
          "\u00E9".repeat(5_000),
          "9".repeat(40),
          "/".repeat(100_000));

  private static final Set<String> OF_IDENTITIES =
      Set.of("denizen.io/ExternalLogin", "denizen.io/Session", "denizen.io/Device");

  private static final List<Integer> INTS =
      List.of(0, 1, -1, 1_001, Integer.MAX_VALUE, Integer.MIN_VALUE);
  private static final List<Long> LONGS = List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
  private static final List<Double> DOUBLES =
      List.of(0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, 1e-320);

  private final Random random;
  private final Map<String, List<String>> resources;

  /**
   * Starts over.
   *
   * @param resources names of resources that are there, by type such as {@code denizen.io/Team}
   */
  public HostileRequests(long seed, Map<String, List<String>> resources) {
    this.random = new Random(seed);
    this.resources = resources;
  }

  /** One request; now and then one with nothing wrong in it. */
  public Message next(Message empty) {
    Message request = fill(empty.newBuilderForType(), 0);
    int faults = random.nextInt(4);
    for (int i = 0; i < faults; i++) {
      request = spoil(request, 0);
    }
    return request;
  }

  private Message fill(Message.Builder message, int depth) {
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      // Of a oneof the last would win, and page tokens cannot be guessed.
      if (random.nextInt(4) == 0 || depth > 1 || field.getName().equals("page_token")) {
        continue;
      }
      if (field.isRepeated()) {
        if (!field.isMapField()) {
          message.addRepeatedField(field, likely(message, field, depth));
        }
      } else {
        message.setField(field, likely(message, field, depth));
      }
    }
    return message.build();
  }

  /** What the field might hold in earnest. */
  private Object likely(Message.Builder message, FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case STRING -> likelyText(field);
      case MESSAGE -> fill(message.newBuilderForField(field), depth + 1);
      case BOOLEAN -> random.nextBoolean();
      case INT -> 1 + random.nextInt(10);
      case LONG -> 1L;
      case DOUBLE -> 1.5;
      case ENUM -> oneOf(field.getEnumType().getValues());
      case FLOAT, BYTE_STRING -> field.getDefaultValue();
    };
  }

  private String likelyText(FieldDescriptor field) {
    ResourceReference reference = field.getOptions().getExtension(ResourceProto.resourceReference);
    ResourceDescriptor own =
        field.getContainingType().getOptions().getExtension(ResourceProto.resource);
    if (!reference.getChildType().isEmpty()) {
      return known(
          OF_IDENTITIES.contains(reference.getChildType())
              ? "denizen.io/Identity"
              : "denizen.io/Application");
    }
    if (resources.containsKey(reference.getType())) {
      return known(reference.getType());
    }
    if (field.getName().equals("name") && resources.containsKey(own.getType())) {
      return known(own.getType());
    }
    return switch (field.getName()) {
      case "email" -> "ada" + random.nextInt(20) + "@example.org";
      case "slug", "roles" -> "slug-" + random.nextInt(20);
      case "display_name", "description" -> "Ada " + random.nextInt(20);
      case "request_id" -> new UUID(random.nextInt(500), 7).toString();
      case "etag" -> String.valueOf(1 + random.nextInt(3));
      case "paths" ->
          oneOf(
              List.of(
                  "display_name",
                  "slug",
                  "roles",
                  "email",
                  "kind",
                  "team",
                  "nickname",
                  "bio",
                  "settings",
                  "settings.theme"));
      case "region_code" -> "CH";
      case "locale", "language_code" -> "de-CH";
      case "nickname", "bio", "locality" -> "Ada";
      case "action" -> "payment.created";
      case "resource" -> "payments/42";
      case "actor" -> "services/shop";
      case "ip_address" -> "2001:db8::7";
      case "device_id" -> "device-" + random.nextInt(20);
      case "order_by" -> oneOf(List.of("create_time", "create_time desc", "slug desc"));
      case "filter" ->
          oneOf(
              List.of(
                  "slug = slug-1",
                  "identity = \"" + known("denizen.io/Identity") + "\"",
                  "team = \"" + known("denizen.io/Team") + "\""));
      default -> "";
    };
  }

  private String known(String type) {
    return oneOf(resources.getOrDefault(type, List.of("")));
  }

  /** The message with one field changed for the worse, however deep. */
  private Message spoil(Message message, int depth) {
    Descriptor type = message.getDescriptorForType();
    if (type.getFields().isEmpty()) {
      return message;
    }
    FieldDescriptor field = oneOf(type.getFields());
    Message.Builder spoilt = message.toBuilder();
    if (random.nextInt(8) == 0) {
      return spoilt.clearField(field).build();
    }
    if (!field.isRepeated()) {
      Object given = message.getField(field);
      return spoilt.setField(field, hostile(spoilt, field, depth, given)).build();
    }
    int times = random.nextInt(20) == 0 && depth < 2 ? 1_001 : 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      spoilt.addRepeatedField(field, hostile(spoilt, field, depth, null));
    }
    return spoilt.build();
  }

  /**
   * A value that nobody needs.
   *
   * @param given what the field holds; null for one more of a list
   */
  private Object hostile(
      Message.Builder message, FieldDescriptor field, int depth, @Nullable Object given) {
    return switch (field.getJavaType()) {
      case STRING -> text();
      case INT -> oneOf(INTS);
      case LONG -> oneOf(LONGS);
      case DOUBLE -> oneOf(DOUBLES);
      case BOOLEAN -> random.nextBoolean();
      case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt(100));
      case MESSAGE -> {
        Message inner =
            given instanceof Message there ? there : message.newBuilderForField(field).build();
        yield depth < DEEPEST ? spoil(inner, depth + 1) : inner;
      }
      case FLOAT, BYTE_STRING -> field.getDefaultValue();
    };
  }

  private String text() {
    if (random.nextInt(5) > 0) {
      return oneOf(TEXTS);
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      int codePoint = random.nextInt(Character.MAX_CODE_POINT);
      // Protobuf's strings cannot hold half a character.
      text.appendCodePoint(codePoint >= 0xD800 && codePoint <= 0xDFFF ? 'x' : codePoint);
    }
    return text.toString();
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
