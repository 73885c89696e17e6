package io.denizen.grpc.shared;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.domain.shared.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects as protobuf has them. */
public final class Structs {

  private Structs() {}

  public static Document document(Struct struct) {
    return Document.of(fields(struct));
  }

  public static Struct struct(Document document) {
    return struct(document.fields());
  }

  /** Plain data, not checked in any way; no deeper than the parser of messages lets them be. */
  public static Map<String, @Nullable Object> fields(Struct struct) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    struct.getFieldsMap().forEach((name, value) -> fields.put(name, plain(value)));
    return fields;
  }

  private static @Nullable Object plain(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> null;
      case BOOL_VALUE -> value.getBoolValue();
      case STRING_VALUE -> value.getStringValue();
      case NUMBER_VALUE -> value.getNumberValue();
      case STRUCT_VALUE -> fields(value.getStructValue());
      case LIST_VALUE -> {
        List<@Nullable Object> items = new ArrayList<>();
        value.getListValue().getValuesList().forEach(item -> items.add(plain(item)));
        yield items;
      }
    };
  }

  private static Struct struct(Map<?, ?> fields) {
    Struct.Builder struct = Struct.newBuilder();
    fields.forEach((name, value) -> struct.putFields(String.valueOf(name), value(value)));
    return struct.build();
  }

  private static Value value(@Nullable Object plain) {
    Value.Builder value = Value.newBuilder();
    return switch (plain) {
      case null -> value.setNullValue(NullValue.NULL_VALUE).build();
      case Boolean bool -> value.setBoolValue(bool).build();
      case Number number -> value.setNumberValue(number.doubleValue()).build();
      case Map<?, ?> fields -> value.setStructValue(struct(fields)).build();
      case List<?> items -> {
        ListValue.Builder list = ListValue.newBuilder();
        items.forEach(item -> list.addValues(value(item)));
        yield value.setListValue(list).build();
      }
      default -> value.setStringValue(plain.toString()).build();
    };
  }
}
