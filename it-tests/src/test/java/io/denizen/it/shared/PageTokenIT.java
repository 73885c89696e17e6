package io.denizen.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.EndToEnd;
import io.denizen.it.harness.Refusal;
import io.denizen.it.harness.Some;
import io.denizen.it.harness.TestDenizen;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.grpc.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page token is good for the list that it came from, as it came. */
@EndToEnd
class PageTokenIT {
  private static final ListIdentitiesRequest FIRST =
      ListIdentitiesRequest.newBuilder().setPageSize(1).setOrderBy("email").build();

  private final Caller caller;
  private final String token;

  PageTokenIT(TestDenizen denizen) {
    this.caller = denizen.caller();
    Some.person(caller);
    Some.person(caller);
    this.token = list(FIRST).getNextPageToken();
  }

  static Stream<ListIdentitiesRequest> otherArguments() {
    return Stream.of(
        FIRST.toBuilder().setOrderBy("email desc").build(),
        FIRST.toBuilder().setOrderBy("").build(),
        FIRST.toBuilder().setFilter("kind = KIND_PERSON").build(),
        FIRST.toBuilder().setShowDeleted(true).build());
  }

  @ParameterizedTest
  @MethodSource("otherArguments")
  void aTokenIsRefusedWithOtherArguments(ListIdentitiesRequest other) {
    refuse(other.toBuilder().setPageToken(token).build());
  }

  @Test
  void aTokenIsRefusedByAnotherMethod() {
    Refusal refusal =
        Refusal.of(
            () ->
                caller
                    .applications()
                    .listApplications(
                        ListApplicationsRequest.newBuilder()
                            .setPageSize(1)
                            .setPageToken(token)
                            .build()));

    assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.fields()).containsExactly("page_token");
  }

  @Test
  void aTokenIsRefusedWhereverItIsAltered() {
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      refuse(next(token.substring(0, i) + other + token.substring(i + 1)));
    }
    refuse(next(token.substring(1)));
    refuse(next(token.substring(0, token.length() - 1)));
    refuse(next(token + "A"));
    refuse(next(token + "="));
    refuse(next(token + token));
    refuse(next("no token of anybody's"));
  }

  /** Base64 leaves bits of the last character unused; a token that sets them is another token. */
  @Test
  void aTokenIsRefusedWhenUnusedBitsOfItsLastCharacterAreAltered() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String head = token.substring(0, token.length() - 1);
    char last = token.charAt(token.length() - 1);

    alphabet
        .chars()
        .filter(other -> other != last)
        .forEach(other -> refuse(next(head + (char) other)));
  }

  @Test
  void aTokenIsGoodForAPageOfAnotherSize() {
    List<Identity> rest =
        list(FIRST.toBuilder().setPageSize(1_000).setPageToken(token).build()).getIdentitiesList();

    assertThat(rest).isNotEmpty().doesNotContainAnyElementsOf(list(FIRST).getIdentitiesList());
  }

  private void refuse(ListIdentitiesRequest request) {
    Refusal refusal = Refusal.of(() -> list(request));
    assertThat(refusal.code()).as(request.toString()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refusal.reason()).isEqualTo("INVALID_FIELD");
    assertThat(refusal.fields()).containsExactly("page_token");
  }

  private static ListIdentitiesRequest next(String altered) {
    return FIRST.toBuilder().setPageToken(altered).build();
  }

  private ListIdentitiesResponse list(ListIdentitiesRequest request) {
    return caller.identities().listIdentities(request);
  }
}
