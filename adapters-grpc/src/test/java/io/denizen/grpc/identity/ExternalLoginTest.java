package io.denizen.grpc.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.grpc.testing.GrpcTest;
import io.denizen.identity.v1.ExternalAccount;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.GetExternalLoginRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LinkExternalLoginRequest;
import io.denizen.identity.v1.ListExternalLoginsRequest;
import io.denizen.identity.v1.ListExternalLoginsResponse;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.UnlinkExternalLoginRequest;
import io.grpc.Status.Code;
import org.junit.jupiter.api.Test;

final class ExternalLoginTest extends GrpcTest {

  private final Identity person = create(person());

  @Test
  void aLinkedAccountIsReadBackAndLeadsToItsIdentity() {
    ExternalLogin login = linked(person);

    assertThat(login.getName()).startsWith(person.getName() + "/externalLogins/");
    assertThat(login.hasLastUsedTime()).isFalse();
    assertThat(get(login.getName(), false)).isEqualTo(login);
    assertThat(lookup(login)).isEqualTo(person);
  }

  @Test
  void aLinkWithARequestIdIsMadeOnce() {
    LinkExternalLoginRequest request =
        LinkExternalLoginRequest.newBuilder()
            .setParent(person.getName())
            .setExternalLogin(ExternalLogin.newBuilder().setProvider("example").setSubject("1"))
            .setRequestId(requestId())
            .build();

    ExternalLogin login = externalLogins.linkExternalLogin(request);

    assertThat(externalLogins.linkExternalLogin(request)).isEqualTo(login);
    assertThat(list(ListExternalLoginsRequest.newBuilder()).getExternalLoginsList())
        .containsExactly(login);
  }

  @Test
  void anUnlinkedAccountIsSeenOnlyByThoseWhoAskForIt() {
    ExternalLogin login = linked(person);

    ExternalLogin unlinked = unlink(login, login.getEtag());

    denizen
        .refused(() -> get(login.getName(), false))
        .is(Code.NOT_FOUND, "EXTERNAL_LOGIN_NOT_FOUND");
    denizen.refused(() -> unlink(login, "")).is(Code.NOT_FOUND, "EXTERNAL_LOGIN_NOT_FOUND");
    denizen.refused(() -> lookup(login)).is(Code.NOT_FOUND, "IDENTITY_NOT_FOUND");
    assertThat(get(login.getName(), true)).isEqualTo(unlinked);
    assertThat(list(ListExternalLoginsRequest.newBuilder()).getExternalLoginsList()).isEmpty();
    assertThat(
            list(ListExternalLoginsRequest.newBuilder().setShowDeleted(true))
                .getExternalLoginsList())
        .containsExactly(unlinked);
  }

  @Test
  void whoSawAnotherVersionDoesNotUnlink() {
    ExternalLogin login = linked(person);

    denizen.refused(() -> unlink(login, "7")).is(Code.ABORTED, "STALE_VERSION");
  }

  @Test
  void loginsAreListedByProviderAndInPages() {
    ExternalLogin first = linked(person);
    ExternalLogin second = linked(person);
    linked(create(person()));

    ListExternalLoginsResponse page =
        list(ListExternalLoginsRequest.newBuilder().setPageSize(1).setOrderBy("create_time desc"));

    assertThat(page.getExternalLoginsList()).containsExactly(second);
    assertThat(
            list(ListExternalLoginsRequest.newBuilder()
                    .setPageSize(1)
                    .setOrderBy("create_time desc")
                    .setPageToken(page.getNextPageToken()))
                .getExternalLoginsList())
        .containsExactly(first);
    assertThat(
            list(ListExternalLoginsRequest.newBuilder().setFilter("provider = \"another\""))
                .getExternalLoginsList())
        .isEmpty();
  }

  @Test
  void whatIsMissingOrMalformedIsNamed() {
    denizen
        .refused(
            () -> externalLogins.linkExternalLogin(LinkExternalLoginRequest.getDefaultInstance()))
        .isInvalid("parent", "external_login.provider", "external_login.subject");
    denizen.refused(() -> get("identities/1/externalLogins/2", false)).isInvalid("name");
    denizen.refused(() -> get(person.getName(), false)).isInvalid("name");
    denizen
        .refused(
            () ->
                identities.lookupIdentity(
                    LookupIdentityRequest.newBuilder()
                        .setExternalAccount(ExternalAccount.getDefaultInstance())
                        .build()))
        .isInvalid("external_account.provider", "external_account.subject");
    denizen
        .refused(() -> list(ListExternalLoginsRequest.newBuilder().setFilter("subject = \"1\"")))
        .isInvalid("filter");
  }

  private ExternalLogin get(String name, boolean showDeleted) {
    return externalLogins.getExternalLogin(
        GetExternalLoginRequest.newBuilder().setName(name).setShowDeleted(showDeleted).build());
  }

  private ExternalLogin unlink(ExternalLogin login, String etag) {
    return externalLogins.unlinkExternalLogin(
        UnlinkExternalLoginRequest.newBuilder().setName(login.getName()).setEtag(etag).build());
  }

  private Identity lookup(ExternalLogin login) {
    return identities.lookupIdentity(
        LookupIdentityRequest.newBuilder()
            .setExternalAccount(
                ExternalAccount.newBuilder()
                    .setProvider(login.getProvider())
                    .setSubject(login.getSubject()))
            .build());
  }

  private ListExternalLoginsResponse list(ListExternalLoginsRequest.Builder request) {
    return externalLogins.listExternalLogins(request.setParent(person.getName()).build());
  }
}
