package io.denizen.grpc.identity;

import com.google.protobuf.FieldMask;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Preferences;
import io.denizen.identity.v1.UpdatePreferencesRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A test of the preferences of one identity. */
abstract class PreferencesGrpcTest extends GrpcTest {

  static final Value DARK = text("dark");
  static final Value LIGHT = text("light");
  static final Value DAILY = object(Map.of("digest", text("daily"), "to", text("work")));

  final Identity ada = create(person());
  final String name = ada.getName() + "/preferences";

  final Preferences get(String of) {
    return preferences.getPreferences(GetPreferencesRequest.newBuilder().setName(of).build());
  }

  final Preferences update(Map<String, Value> settings, String... mask) {
    return update(given(settings), mask);
  }

  final Preferences update(Preferences given, String... mask) {
    return preferences.updatePreferences(
        UpdatePreferencesRequest.newBuilder()
            .setPreferences(given)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  final Preferences given(Map<String, Value> settings) {
    return Preferences.newBuilder().setName(name).setSettings(struct(settings)).build();
  }

  static Struct struct(Map<String, Value> fields) {
    return Struct.newBuilder().putAllFields(fields).build();
  }

  static Value object(Map<String, Value> fields) {
    return Value.newBuilder().setStructValue(struct(fields)).build();
  }

  static Value list(int items) {
    return Value.newBuilder()
        .setListValue(ListValue.newBuilder().addAllValues(Collections.nCopies(items, number(0))))
        .build();
  }

  static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }
}
