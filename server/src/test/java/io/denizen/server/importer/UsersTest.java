package io.denizen.server.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.denizen.credential.v1.IssueVerificationTokenResponse;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.Identity.Kind;
import io.denizen.identity.v1.Preferences;
import io.denizen.server.importer.Tally.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsersTest {

  private static final Identity AUK =
      Identity.newBuilder()
          .setName("identities/1")
          .setEmail("auk@example.org")
          .setDisplayName("Auk")
          .setKind(Kind.KIND_PERSON)
          .build();

  private final ScriptedRpc rpc = new ScriptedRpc(false);

  @Test
  void whoeverProvedTheAddressElsewhereIsWhoHasItHere() {
    rpc.answering("LookupIdentity", AUK.toBuilder().setEmailVerified(true).build());

    assertThat(settle(user(true, "7"))).isEqualTo(new Settled(AUK.getName(), Outcome.UNCHANGED));
  }

  @Test
  void whoeverOnlySaysThatTheAddressIsTheirsIsNotWhoHasItHere() {
    rpc.answering("LookupIdentity", AUK).answering("GetPreferences", noted(null));

    for (@Nullable String id : new @Nullable String[] {"7", null}) {
      assertThatThrownBy(() -> settle(user(false, id)))
          .hasMessageContainingAll("ALREADY_EXISTS: identities/1 has the address", "no proof");
    }
    assertThat(rpc.calls).containsOnly("LookupIdentity", "GetPreferences");
  }

  @Test
  void whomAnEarlierImportBroughtIsFoundByTheAddressWithoutProof() {
    rpc.answering("LookupIdentity", AUK).answering("GetPreferences", noted("7"));

    assertThat(settle(user(false, "7")).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThatThrownBy(() -> settle(user(false, "8"))).hasMessageContaining("no proof");
    assertThatThrownBy(() -> settle(user(false, null))).hasMessageContaining("no proof");
  }

  @Test
  void whoHasNoIdElsewhereIsKnownByTheName() {
    Value name = Value.newBuilder().setStringValue("auk").build();
    Struct noted = Struct.newBuilder().putFields(Line.KEYCLOAK_NAME, name).build();
    rpc.answering("LookupIdentity", AUK).answering("GetPreferences", preferences(noted));

    assertThat(settle(user(false, null)).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThatThrownBy(() -> settle(user(false, "7"))).hasMessageContaining("no proof");
  }

  @Test
  void anAddressIsVerifiedOrTheLineFails() {
    rpc.answering("LookupIdentity", AUK)
        .answering("IssueVerificationToken", IssueVerificationTokenResponse.getDefaultInstance());

    assertThatThrownBy(() -> settle(user(true, "7"))).hasMessageContaining("ABORTED: got no token");
    assertThat(rpc.calls).doesNotContain("ConfirmVerificationToken");
  }

  @Test
  void anAddressNeedsNoTokenToBeVerifiedInARehearsal() {
    ScriptedRpc rehearsal =
        new ScriptedRpc(true)
            .answering("LookupIdentity", AUK)
            .answering(
                "IssueVerificationToken", IssueVerificationTokenResponse.getDefaultInstance());

    assertThat(new Users(rehearsal).settle(user(true, "7")).join())
        .isEqualTo(new Settled(AUK.getName(), Outcome.UPDATED));
  }

  private Settled settle(Line.User user) {
    return new Users(rpc).settle(user).join();
  }

  private static Line.User user(boolean verified, @Nullable String id) {
    return new Line.User(
        "auk", null, AUK.getEmail(), "Auk", Kind.KIND_PERSON, null, verified, id, "auk");
  }

  /** What an import notes of a user, or nothing if there has been none. */
  private static Preferences noted(@Nullable String id) {
    return id == null
        ? Preferences.getDefaultInstance()
        : preferences(
            Struct.newBuilder()
                .putFields(Line.KEYCLOAK_ID, Value.newBuilder().setStringValue(id).build())
                .putFields(Line.KEYCLOAK_NAME, Value.newBuilder().setStringValue("auk").build())
                .build());
  }

  private static Preferences preferences(Struct keycloak) {
    return Preferences.newBuilder()
        .setSettings(
            Struct.newBuilder()
                .putFields(Line.KEYCLOAK, Value.newBuilder().setStructValue(keycloak).build()))
        .build();
  }
}
