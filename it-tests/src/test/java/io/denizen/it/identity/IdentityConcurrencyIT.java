package io.denizen.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.UpdateIdentityRequest;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when many want the same at the same moment. */
@EndToEnd
class IdentityConcurrencyIT {
  private static final int CALLERS = 64;

  private final TestDenizen denizen;

  /** Several connections, so that not even the network puts the calls into an order. */
  private final List<Caller> callers;

  IdentityConcurrencyIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.callers = IntStream.range(0, 4).mapToObj(i -> denizen.as("services/racers")).toList();
  }

  @Test
  void ofManyCreationsWithOneEmailExactlyOneSucceeds() {
    String email = Some.email();
    long eventsBefore = events();

    AtOnce<Identity> creations =
        AtOnce.run(
            CALLERS,
            i ->
                create(
                    i,
                    CreateIdentityRequest.newBuilder()
                        .setIdentity(Some.person().setEmail(i % 2 == 0 ? email : upper(email)))
                        .build()));

    assertThat(creations.outcomes())
        .isEqualTo(Map.of("OK", 1, "ALREADY_EXISTS EMAIL_TAKEN", CALLERS - 1));
    assertThat(
            denizen
                .sql()
                .number("SELECT count(*) FROM denizen.identities WHERE email_key = ?", email))
        .isEqualTo(1);
    assertThat(events() - eventsBefore).isEqualTo(1);
  }

  @Test
  void ofManyUpdatesWithOneEtagExactlyOneSucceeds() {
    Identity identity = Some.person(callers.getFirst());

    AtOnce<Identity> updates =
        AtOnce.run(
            CALLERS,
            i ->
                update(
                    i,
                    UpdateIdentityRequest.newBuilder()
                        .setIdentity(identity.toBuilder().setDisplayName("Name " + i))
                        .build()));

    assertThat(updates.outcomes()).isEqualTo(Map.of("OK", 1, "ABORTED STALE_VERSION", CALLERS - 1));
    assertThat(events(identity)).isEqualTo(2);
    assertThat(
            denizen
                .sql()
                .strings(
                    "SELECT display_name FROM denizen.identities WHERE id = ?::uuid",
                    Names.id(identity.getName())))
        .containsExactly(updates.answers().getFirst().getDisplayName());
  }

  @Test
  void oneRequestSentManyTimesAtOnceCreatesOnceAndIsAnsweredAlike() {
    CreateIdentityRequest request =
        CreateIdentityRequest.newBuilder()
            .setIdentity(Some.person())
            .setRequestId(Some.requestId())
            .build();
    long eventsBefore = events();

    AtOnce<Identity> creations = AtOnce.run(CALLERS, i -> create(i, request));

    assertThat(creations.outcomes()).isEqualTo(Map.of("OK", CALLERS));
    assertThat(Set.copyOf(creations.answers())).hasSize(1);
    assertThat(events() - eventsBefore).isEqualTo(1);
    assertThat(create(0, request)).as("ever after").isEqualTo(creations.answers().getFirst());
  }

  @Test
  void oneRequestSentManyTimesAtOnceUpdatesOnceAndIsAnsweredAlike() {
    Identity identity = Some.person(callers.getFirst());
    UpdateIdentityRequest request =
        UpdateIdentityRequest.newBuilder()
            .setIdentity(identity.toBuilder().setDisplayName("Augusta Ada King"))
            .setRequestId(Some.requestId())
            .build();

    AtOnce<Identity> updates = AtOnce.run(CALLERS, i -> update(i, request));

    assertThat(updates.outcomes()).isEqualTo(Map.of("OK", CALLERS));
    assertThat(Set.copyOf(updates.answers())).hasSize(1);
    assertThat(events(identity)).isEqualTo(2);
  }

  @Test
  void aRepeatIsAnsweredAsItWasThenWhateverHappenedSince() {
    CreateIdentityRequest request =
        CreateIdentityRequest.newBuilder()
            .setIdentity(Some.person())
            .setRequestId(Some.requestId())
            .build();
    Identity first = create(0, request);
    update(
        0,
        UpdateIdentityRequest.newBuilder()
            .setIdentity(first.toBuilder().setDisplayName("Countess"))
            .build());
    callers
        .getFirst()
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(first.getName()).build());

    assertThat(create(0, request)).isEqualTo(first);
    assertThat(events(first)).isEqualTo(3);
  }

  @Test
  void aRequestIdIsRefusedWithOtherContentAndFreeForOtherCallers() {
    CreateIdentityRequest request =
        CreateIdentityRequest.newBuilder()
            .setIdentity(Some.person())
            .setRequestId(Some.requestId())
            .build();
    create(0, request);
    CreateIdentityRequest other = request.toBuilder().setIdentity(Some.person()).build();

    Refusal refusal = Refusal.of(() -> create(1, other));

    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.reason()).isEqualTo("REQUEST_ID_REUSED");
    Identity others = denizen.as("services/others").identities().createIdentity(other);
    assertThat(others.getEmail()).isEqualTo(other.getIdentity().getEmail());
  }

  private Identity create(int caller, CreateIdentityRequest request) {
    return callers.get(caller % callers.size()).identities().createIdentity(request);
  }

  private Identity update(int caller, UpdateIdentityRequest request) {
    return callers.get(caller % callers.size()).identities().updateIdentity(request);
  }

  private long events() {
    return denizen.sql().number("SELECT count(*) FROM denizen.audit_events");
  }

  private long events(Identity identity) {
    return denizen
        .sql()
        .number("SELECT count(*) FROM denizen.audit_events WHERE resource = ?", identity.getName());
  }

  private static String upper(String email) {
    return email.toUpperCase(Locale.ROOT);
  }
}
