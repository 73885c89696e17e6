package io.denizen.grpc.identity;

import com.google.protobuf.Struct;
import io.denizen.domain.identity.IdentityId;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Structs;
import io.denizen.grpc.shared.Times;
import io.denizen.identity.v1.Preferences;
import java.util.Optional;

/** Maps preferences from the domain to the API; {@link SettingsMask} reads them. */
final class PreferencesMessages {

  private PreferencesMessages() {}

  static Preferences message(io.denizen.domain.identity.Preferences preferences) {
    return Preferences.newBuilder()
        .setName(preferences.name().value())
        .setSettings(Structs.struct(preferences.settings().document()))
        .setCreateTime(Times.timestamp(preferences.lifecycle().createTime()))
        .setUpdateTime(Times.timestamp(preferences.lifecycle().updateTime()))
        .setEtag(Etags.of(preferences))
        .build();
  }

  /** As above, or the empty ones of an identity for which nobody has written any. */
  static Preferences message(
      IdentityId identityId, Optional<io.denizen.domain.identity.Preferences> preferences) {
    return preferences
        .map(PreferencesMessages::message)
        .orElseGet(
            () ->
                Preferences.newBuilder()
                    .setName(io.denizen.domain.identity.Preferences.name(identityId).value())
                    .setSettings(Struct.getDefaultInstance())
                    .setEtag(Etags.UNWRITTEN)
                    .build());
  }

  /** Whose preferences a name names. */
  static IdentityId identityId(String name) {
    return new IdentityId(ResourceIds.of("identities", "preferences", name));
  }
}
