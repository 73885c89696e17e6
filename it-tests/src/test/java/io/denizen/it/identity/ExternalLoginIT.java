package io.denizen.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.DeleteIdentityRequest;
import io.denizen.identity.v1.ExternalAccount;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LinkExternalLoginRequest;
import io.denizen.identity.v1.ListExternalLoginsRequest;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.UndeleteIdentityRequest;
import io.denizen.identity.v1.UnlinkExternalLoginRequest;
import io.denizen.it.harness.AtOnce;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Names;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts at identity providers, and who they belong to. */
@EndToEnd
class ExternalLoginIT {
  private static final int CALLERS = 16;

  private final TestDenizen denizen;
  private final Caller caller;

  ExternalLoginIT(TestDenizen denizen) {
    this.denizen = denizen;
    this.caller = denizen.caller();
  }

  @Test
  void whoHasAnAccountIsFoundByIt() {
    Identity person = Some.person(caller);
    ExternalLogin login = Some.externalLogin(caller, person);

    assertThat(lookup(login)).isEqualTo(person);
    assertThat(list(person)).containsExactly(login);
    assertThat(events(login)).containsExactly("external_login.created");
  }

  @Test
  void anUnlinkedAccountIsNobodysAndCanBeAnothers() {
    ExternalLogin login = Some.externalLogin(caller, Some.person(caller));
    Identity other = Some.person(caller);
    assertThat(Refusal.of(() -> link(other, login)).reason()).isEqualTo("ACCOUNT_LINKED");

    ExternalLogin unlinked =
        caller
            .externalLogins()
            .unlinkExternalLogin(
                UnlinkExternalLoginRequest.newBuilder().setName(login.getName()).build());

    assertThat(unlinked.hasDeleteTime()).isTrue();
    assertThat(Refusal.of(() -> lookup(login)).code()).isEqualTo(Status.Code.NOT_FOUND);
    link(other, login);
    assertThat(lookup(login)).isEqualTo(other);
    assertThat(events(login)).containsExactly("external_login.created", "external_login.deleted");
  }

  @Test
  void anAccountGoesAndReturnsWithItsIdentity() {
    Identity person = Some.person(caller);
    ExternalLogin login = Some.externalLogin(caller, person);

    caller
        .identities()
        .deleteIdentity(DeleteIdentityRequest.newBuilder().setName(person.getName()).build());

    assertThat(Refusal.of(() -> lookup(login)).code()).isEqualTo(Status.Code.NOT_FOUND);
    caller
        .identities()
        .undeleteIdentity(UndeleteIdentityRequest.newBuilder().setName(person.getName()).build());
    assertThat(lookup(login).getName()).isEqualTo(person.getName());
    assertThat(events(login))
        .containsExactly(
            "external_login.created", "external_login.deleted", "external_login.undeleted");
  }

  @Test
  void ofManyWhoLinkAnAccountAtOnceOneGetsIt() {
    List<Identity> people = IntStream.range(0, CALLERS).mapToObj(i -> Some.person(caller)).toList();
    ExternalLogin account =
        ExternalLogin.newBuilder().setProvider("example").setSubject(Some.handle()).build();

    AtOnce<ExternalLogin> links = AtOnce.run(CALLERS, caller -> link(people.get(caller), account));

    assertThat(links.outcomes())
        .isEqualTo(Map.of("OK", 1, "ALREADY_EXISTS ACCOUNT_LINKED", CALLERS - 1));
  }

  @Test
  void eachFieldAtFaultIsNamed() {
    Refusal refusal =
        Refusal.of(
            () ->
                caller
                    .externalLogins()
                    .linkExternalLogin(
                        LinkExternalLoginRequest.newBuilder()
                            .setParent("identities/1")
                            .setExternalLogin(
                                ExternalLogin.newBuilder()
                                    .setProvider("No Slug")
                                    .setSubject("with blank")
                                    .setEmail("none"))
                            .build()));

    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.fields())
        .containsExactlyInAnyOrder(
            "parent", "external_login.provider", "external_login.subject", "external_login.email");
  }

  private ExternalLogin link(Identity identity, ExternalLogin account) {
    return caller
        .externalLogins()
        .linkExternalLogin(
            LinkExternalLoginRequest.newBuilder()
                .setParent(identity.getName())
                .setExternalLogin(account)
                .build());
  }

  private Identity lookup(ExternalLogin login) {
    return caller
        .identities()
        .lookupIdentity(
            LookupIdentityRequest.newBuilder()
                .setExternalAccount(
                    ExternalAccount.newBuilder()
                        .setProvider(login.getProvider())
                        .setSubject(login.getSubject()))
                .build());
  }

  private List<ExternalLogin> list(Identity identity) {
    return caller
        .externalLogins()
        .listExternalLogins(
            ListExternalLoginsRequest.newBuilder().setParent(identity.getName()).build())
        .getExternalLoginsList();
  }

  private List<String> events(ExternalLogin login) {
    return denizen
        .sql()
        .strings(
            "SELECT action FROM denizen.audit_events WHERE resource_id = ?::uuid ORDER BY sequence",
            Names.id(login.getName()));
  }
}
