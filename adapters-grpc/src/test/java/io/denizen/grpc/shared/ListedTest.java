package io.denizen.grpc.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.identity.v1.ListIdentitiesRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ListedTest {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final ListIdentitiesRequest REQUEST = ListIdentitiesRequest.getDefaultInstance();

  @Test
  void aPageThatFitsIsAnsweredWholeWithItsOwnToken() {
    Cursor next = cursor(3);

    Listed<BytesValue> listed = listed(new Page<>(List.of(1, 2, 3), next), 100);

    assertThat(listed.items()).hasSize(3);
    assertThat(after(listed)).isEqualTo(next);
  }

  @Test
  void theLastPageHasNoToken() {
    assertThat(listed(new Page<>(List.of(1), null), 100).nextPageToken()).isEmpty();
    assertThat(listed(new Page<>(List.of(), null), 100).nextPageToken()).isEmpty();
  }

  @Test
  void whatDoesNotFitIntoAMessageFollowsOnTheNextPage() {
    Listed<BytesValue> listed = listed(new Page<>(List.of(1, 2, 3, 4), null), MEBIBYTE);

    assertThat(listed.items()).hasSize(2);
    assertThat(after(listed)).isEqualTo(cursor(2));
  }

  @Test
  void aPageHasAnItemHoweverLargeItIs() {
    Listed<BytesValue> listed = listed(new Page<>(List.of(1, 2), null), 5 * MEBIBYTE);

    assertThat(listed.items()).hasSize(1);
    assertThat(after(listed)).isEqualTo(cursor(1));
  }

  private static Listed<BytesValue> listed(Page<Integer> page, int bytes) {
    BytesValue message = BytesValue.of(ByteString.copyFrom(new byte[bytes]));
    return Listed.of(REQUEST, page, ListedTest::cursor, item -> message);
  }

  private static Cursor cursor(int item) {
    return new Cursor("key", new UUID(0, item));
  }

  private static Cursor after(Listed<?> listed) {
    Fields fields = new Fields();
    PageRequest page = PageTokens.read(fields, REQUEST, 1, listed.nextPageToken());
    Cursor after = fields.read(page::after);
    assertThat(after).isNotNull();
    return after;
  }
}
