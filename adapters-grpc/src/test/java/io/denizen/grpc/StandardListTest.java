package io.denizen.grpc;

import static io.denizen.grpc.testing.Methods.name;
import static io.denizen.grpc.testing.Methods.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.denizen.grpc.testing.Methods;
import io.denizen.grpc.testing.Methods.Listing;
import io.denizen.grpc.testing.Resource;
import io.denizen.grpc.testing.StandardTest;
import io.grpc.Status.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandardListTest extends StandardTest {

  @ParameterizedTest
  @EnumSource
  void pagesFollowOneAnotherFromTheOldestToTheNewest(Kind kind) {
    Resource resource = resource(kind);
    List<String> created = create(resource, 7);

    assertThat(walk(resource.methods(), 3, request -> request)).isEqualTo(created);
    assertThat(walk(resource.methods(), 7, set("order_by", "create_time"))).isEqualTo(created);
    assertThat(walk(resource.methods(), 2, set("order_by", " create_time  desc ")))
        .isEqualTo(created.reversed());
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyListHasOnePage(Kind kind) {
    Listing nothing = resource(kind).methods().list(request -> request);

    assertThat(nothing.items()).isEmpty();
    assertThat(nothing.nextPageToken()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aPageHasFiftyUnlessAskedOtherwiseAndAThousandAtMost(Kind kind) {
    Resource resource = resource(kind);
    create(resource, 1_001);

    assertThat(resource.methods().list(set("page_size", 0)).items()).hasSize(50);
    assertThat(resource.methods().list(set("page_size", 1_001)).items()).hasSize(1_000);
    assertThat(resource.methods().list(set("page_size", Integer.MAX_VALUE)).items()).hasSize(1_000);
  }

  @ParameterizedTest
  @EnumSource
  void aNegativePageIsRefused(Kind kind) {
    Methods methods = resource(kind).methods();

    for (int size : new int[] {-1, Integer.MIN_VALUE}) {
      denizen.refused(() -> methods.list(set("page_size", size))).isInvalid("page_size");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDeletedIsLeftOutUnlessAskedFor(Kind kind) {
    Resource resource = resource(kind);
    List<String> created = create(resource, 3);
    resource.methods().delete(created.get(1));

    assertThat(walk(resource.methods(), 50, request -> request))
        .containsExactly(created.get(0), created.get(2));
    assertThat(walk(resource.methods(), 50, set("show_deleted", true))).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void aTokenGoesWithTheOtherArgumentsOfItsList(Kind kind) {
    Resource resource = resource(kind);
    create(resource, 3);
    Methods methods = resource.methods();
    String token = methods.list(set("page_size", 1)).nextPageToken();

    assertThat(methods.list(both(set("page_token", token), set("page_size", 2))).items())
        .as("with another page size")
        .hasSize(2);
    for (UnaryOperator<Message.Builder> other :
        List.of(
            set("show_deleted", true),
            set("order_by", "create_time desc"),
            set("filter", kind == Kind.MEMBERSHIP ? "roles:admin" : "slug = a"))) {
      denizen
          .refused(() -> methods.list(both(set("page_token", token), other)))
          .isInvalid("page_token");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenThatWasAlteredIsRefused(Kind kind) {
    Resource resource = resource(kind);
    create(resource, 2);
    Methods methods = resource.methods();
    String token = methods.list(set("page_size", 1)).nextPageToken();

    List<String> altered =
        new ArrayList<>(
            List.of(
                "?",
                "a",
                token + token,
                token.substring(1),
                token + "A",
                token + "=",
                Base64.getUrlEncoder()
                    .encodeToString("forged".repeat(10).getBytes(StandardCharsets.UTF_8))));
    for (int at = 0; at < token.length(); at++) {
      char other = token.charAt(at) == 'A' ? 'g' : 'A';
      altered.add(token.substring(0, at) + other + token.substring(at + 1));
    }
    for (String each : altered) {
      denizen.refused(() -> methods.list(set("page_token", each))).isInvalid("page_token");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anythingButAKnownOrderIsRefused(Kind kind) {
    Methods methods = resource(kind).methods();

    for (String order :
        List.of(
            "nonsense",
            "create_time asc",
            "create_time descending",
            "create_time,name",
            "create_time desc desc",
            "CREATE_TIME",
            "; drop table identities",
            "display_name",
            " ".repeat(100_000) + "x")) {
      denizen.refused(() -> methods.list(set("order_by", order))).isInvalid("order_by");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anythingButAKnownComparisonIsRefused(Kind kind) {
    Methods methods = resource(kind).methods();
    String known = kind == Kind.MEMBERSHIP ? "identity" : "slug";
    String value = kind == Kind.MEMBERSHIP ? "identities/" + NOBODY : "a";

    for (String filter :
        List.of(
            "nonsense",
            "nonsense = a",
            known,
            known + " =",
            known + " = \"" + value,
            known + " = \"\"",
            known + " = NO SUCH",
            known + " = \"no such\"",
            known + " != " + value,
            known + " = " + value + " OR " + known + " = " + value,
            known + " = " + value + " AND",
            known + " = " + value + " and " + known + " = " + value,
            known + " = " + value + " AND " + known + " = " + value,
            known + " = " + value + " " + known + " = " + value,
            "NOT " + known + " = " + value,
            "(" + known + " = " + value + ")",
            known + " = " + value + "\u0000",
            "\u202E" + known + " = " + value,
            known + " = \"" + "\\\"".repeat(900) + "\"",
            known + " = " + "a".repeat(3_000),
            "a".repeat(1_999),
            "x = y AND ".repeat(190) + "x = y")) {
      assertThat(
              denizen
                  .refused(() -> methods.list(set("filter", filter)))
                  .is(Code.INVALID_ARGUMENT, "INVALID_FIELD")
                  .fields())
          .as("%s", filter)
          .containsOnly("filter");
    }
  }

  @ParameterizedTest
  @EnumSource
  void allFaultsAreToldAtOnce(Kind kind) {
    Methods methods = resource(kind).methods();

    denizen
        .refused(
            () ->
                methods.list(
                    both(
                        both(set("page_size", -1), set("page_token", "x")),
                        both(set("order_by", "x"), set("filter", "x")))))
        .isInvalid("page_size", "page_token", "order_by", "filter");
  }

  private static List<String> create(Resource resource, int count) {
    return IntStream.range(0, count).mapToObj(i -> name(resource.create())).toList();
  }

  private static List<String> walk(
      Methods methods, int pageSize, UnaryOperator<Message.Builder> with) {
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      Listing page =
          methods.list(both(both(with, set("page_size", pageSize)), set("page_token", token)));
      names.addAll(page.names());
      token = page.nextPageToken();
    } while (!token.isEmpty());
    return names;
  }

  private static UnaryOperator<Message.Builder> both(
      UnaryOperator<Message.Builder> one, UnaryOperator<Message.Builder> other) {
    return request -> other.apply(one.apply(request));
  }
}
