package io.denizen.server.importer;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.ExternalLoginServiceGrpc;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.LinkExternalLoginRequest;
import io.denizen.identity.v1.ListExternalLoginsRequest;
import io.denizen.identity.v1.Preferences;
import io.denizen.identity.v1.PreferencesServiceGrpc;
import io.denizen.identity.v1.Profile;
import io.denizen.identity.v1.ProfileServiceGrpc;
import io.denizen.identity.v1.UpdatePreferencesRequest;
import io.denizen.identity.v1.UpdateProfileRequest;
import io.denizen.server.importer.Tally.Outcome;
import java.util.concurrent.CompletableFuture;

/** Brings what is an identity's own to what another system says of it. */
final class UserParts {

  private static final int PAGE_SIZE = 1_000;

  private final Rpc rpc;

  UserParts(Rpc rpc) {
    this.rpc = rpc;
  }

  /** Settles the fields of a profile that are given, and leaves the others. */
  CompletableFuture<Settled> settle(String identity, Profile wanted) {
    String name = identity + "/profile";
    return rpc.call(
            ProfileServiceGrpc.getGetProfileMethod(),
            GetProfileRequest.newBuilder().setName(name).build())
        .thenCompose(current -> update(name, current, wanted));
  }

  private CompletableFuture<Settled> update(String name, Profile current, Profile wanted) {
    FieldMask.Builder differing = FieldMask.newBuilder();
    wanted.getAllFields().keySet().stream()
        .filter(field -> !wanted.getField(field).equals(current.getField(field)))
        .map(FieldDescriptor::getName)
        .forEach(differing::addPaths);
    if (differing.getPathsCount() == 0) {
      return Settled.unchanged(name);
    }
    return rpc.call(
            ProfileServiceGrpc.getUpdateProfileMethod(),
            UpdateProfileRequest.newBuilder()
                .setProfile(wanted.toBuilder().setName(name))
                .setUpdateMask(differing)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(name, written(current.hasCreateTime())));
  }

  /** Settles one key of the preferences, and leaves the others. */
  CompletableFuture<Settled> settle(String identity, String key, Struct wanted) {
    String name = identity + "/preferences";
    Value value = Value.newBuilder().setStructValue(wanted).build();
    return rpc.call(
            PreferencesServiceGrpc.getGetPreferencesMethod(),
            GetPreferencesRequest.newBuilder().setName(name).build())
        .thenCompose(
            current ->
                value.equals(current.getSettings().getFieldsMap().get(key))
                    ? Settled.unchanged(name)
                    : update(name, current, key, value));
  }

  private CompletableFuture<Settled> update(
      String name, Preferences current, String key, Value value) {
    return rpc.call(
            PreferencesServiceGrpc.getUpdatePreferencesMethod(),
            UpdatePreferencesRequest.newBuilder()
                .setPreferences(
                    Preferences.newBuilder()
                        .setName(name)
                        .setSettings(Struct.newBuilder().putFields(key, value)))
                .setUpdateMask(Settled.mask("settings." + key))
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(updated -> new Settled(name, written(current.hasCreateTime())));
  }

  /** Links an account, unless it is linked. What was noted of it when it was linked stays. */
  CompletableFuture<Settled> settle(String identity, ExternalLogin wanted) {
    return rpc.call(
            ExternalLoginServiceGrpc.getListExternalLoginsMethod(),
            ListExternalLoginsRequest.newBuilder()
                .setParent(identity)
                .setPageSize(PAGE_SIZE)
                .setFilter("provider = \"" + wanted.getProvider() + "\"")
                .build())
        .thenCompose(
            found ->
                found.getExternalLoginsList().stream()
                    .filter(login -> login.getSubject().equals(wanted.getSubject()))
                    .findAny()
                    .map(login -> Settled.unchanged(login.getName()))
                    .orElseGet(() -> link(identity, wanted)));
  }

  private CompletableFuture<Settled> link(String identity, ExternalLogin wanted) {
    return rpc.call(
            ExternalLoginServiceGrpc.getLinkExternalLoginMethod(),
            LinkExternalLoginRequest.newBuilder()
                .setParent(identity)
                .setExternalLogin(wanted)
                .setRequestId(Rpc.newRequestId())
                .build())
        .thenApply(linked -> new Settled(linked.getName(), Outcome.CREATED));
  }

  private static Outcome written(boolean before) {
    return before ? Outcome.UPDATED : Outcome.CREATED;
  }
}
