package io.denizen.grpc.shared;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import io.denizen.domain.audit.Fingerprint;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.PageRequest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages (AIP-158). A token is a cursor behind a checksum over it and over every argument but the
 * page's own, so that one that was altered, or is used with other arguments, is told from one of
 * ours. It holds nothing secret.
 */
public final class PageTokens {

  private static final int DEFAULT_SIZE = 50;
  private static final int CHECKSUM_BYTES = 16;
  private static final int UUID_BYTES = 16;

  private PageTokens() {}

  /** Reads {@code page_size} and {@code page_token} of a request. */
  public static PageRequest read(Fields fields, Message request, int pageSize, String pageToken) {
    if (pageSize < 0) {
      fields.reject("page_size", "must not be negative");
    }
    int size = pageSize <= 0 ? DEFAULT_SIZE : Math.min(pageSize, PageRequest.MAX_SIZE);
    Cursor after = fields.optional("page_token", pageToken, token -> cursor(request, token));
    return new PageRequest(size, after);
  }

  /** The token for the page after; empty if there is none. */
  public static String next(Message request, @Nullable Cursor next) {
    return next == null ? "" : token(request, next);
  }

  private static String token(Message request, Cursor next) {
    byte[] cursor = bytes(next);
    byte[] checksum = checksum(request, cursor);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(CHECKSUM_BYTES + cursor.length).put(checksum).put(cursor).array());
  }

  private static Cursor cursor(Message request, String token) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      bytes.position(CHECKSUM_BYTES);
      UUID id = new UUID(bytes.getLong(), bytes.getLong());
      Cursor cursor = new Cursor(StandardCharsets.UTF_8.decode(bytes).toString(), id);
      if (token.equals(token(request, cursor))) {
        return cursor;
      }
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      // Told like any other token that is not ours.
    }
    throw new InvalidValue(
            "must be the next_page_token of the page before, with every other argument unchanged")
        .asException();
  }

  private static byte[] bytes(Cursor cursor) {
    byte[] key = cursor.key().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(UUID_BYTES + key.length)
        .putLong(cursor.id().getMostSignificantBits())
        .putLong(cursor.id().getLeastSignificantBits())
        .put(key)
        .array();
  }

  /** The request without its page: what must be the same on every page of a list. */
  private static byte[] arguments(Message request) {
    Descriptor type = request.getDescriptorForType();
    return request.toBuilder()
        .clearField(type.findFieldByName("page_size"))
        .clearField(type.findFieldByName("page_token"))
        .build()
        .toByteArray();
  }

  private static byte[] checksum(Message request, byte[] cursor) {
    byte[] type = request.getDescriptorForType().getFullName().getBytes(StandardCharsets.UTF_8);
    Fingerprint digest = Fingerprint.of(type, arguments(request), cursor);
    return Arrays.copyOf(HexFormat.of().parseHex(digest.hex()), CHECKSUM_BYTES);
  }
}
