package io.denizen.benchmarks.operation;

import io.denizen.benchmarks.load.Operation;
import io.denizen.identity.v1.IdentityServiceGrpc.IdentityServiceBlockingStub;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages of a filtered list, at its beginning, in its middle and at its end. A token is opaque, so
 * there is one way to get there: all the way.
 */
public record Pages(String middle, String last) {
  /** Services alone, so that the persons created meanwhile do not move the end. */
  private static final String FILTER = "kind = KIND_SERVICE";

  private static final int SIZE = 50;
  private static final int STRIDE = 1_000;

  /**
   * Walks the list in long strides, then in one short step to where just one page is left.
   *
   * @throws IllegalStateException when the list is not as long as two pages
   */
  public static Pages walk(IdentityServiceBlockingStub identities) {
    List<String> tokens = new ArrayList<>(List.of(""));
    ListIdentitiesResponse page = read(identities, "", STRIDE);
    while (!page.getNextPageToken().isEmpty()) {
      tokens.add(page.getNextPageToken());
      page = read(identities, page.getNextPageToken(), STRIDE);
    }
    int left = page.getIdentitiesCount();
    // Back by a stride where the last one came too close to the end.
    boolean back = left <= SIZE && tokens.size() > 1;
    String from = tokens.get(tokens.size() - (back ? 2 : 1));
    int step = left - SIZE + (back ? STRIDE : 0);
    if (step < 1) {
      throw new IllegalStateException("too few identities to list them page by page");
    }
    String last = next(identities, from, step);
    String middle =
        tokens.size() > 2
            ? tokens.get(tokens.size() / 2)
            : next(identities, "", Math.max(1, left / 2));
    requirePage(identities, middle);
    if (!requirePage(identities, last).getNextPageToken().isEmpty()) {
      throw new IllegalStateException("the last page is not the last one");
    }
    return new Pages(middle, last);
  }

  /** ListIdentities from the beginning. */
  public static Operation<ListIdentitiesResponse> first() {
    return list("ListIdentities, first page", "");
  }

  /** ListIdentities from the middle. */
  public Operation<ListIdentitiesResponse> inTheMiddle() {
    return list("ListIdentities, middle page", middle);
  }

  /** ListIdentities at the end. */
  public Operation<ListIdentitiesResponse> atTheEnd() {
    return list("ListIdentities, last page", last);
  }

  private static Operation<ListIdentitiesResponse> list(String name, String token) {
    ListIdentitiesRequest request = request(token, SIZE);
    return new Operation<>(
        name,
        (stubs, answer) -> stubs.identities().listIdentities(request, answer),
        page -> page.getIdentitiesCount() == SIZE);
  }

  private static ListIdentitiesResponse requirePage(
      IdentityServiceBlockingStub identities, String token) {
    ListIdentitiesResponse page = read(identities, token, SIZE);
    if (page.getIdentitiesCount() != SIZE) {
      throw new IllegalStateException(
          "a page of " + SIZE + " has " + page.getIdentitiesCount() + " identities");
    }
    return page;
  }

  private static String next(IdentityServiceBlockingStub identities, String token, int size) {
    return read(identities, token, size).getNextPageToken();
  }

  private static ListIdentitiesResponse read(
      IdentityServiceBlockingStub identities, String token, int size) {
    return identities.listIdentities(request(token, size));
  }

  private static ListIdentitiesRequest request(String token, int size) {
    return ListIdentitiesRequest.newBuilder()
        .setFilter(FILTER)
        .setPageSize(size)
        .setPageToken(token)
        .build();
  }
}
