package io.denizen.grpc;

import static io.denizen.grpc.testing.Methods.name;
import static io.denizen.grpc.testing.Methods.set;
import static io.denizen.grpc.testing.Methods.text;
import static io.denizen.grpc.testing.Methods.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.denizen.grpc.testing.Methods;
import io.denizen.grpc.testing.Resource;
import io.denizen.grpc.testing.StandardTest;
import io.grpc.Status.Code;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandardUpdateTest extends StandardTest {

  @ParameterizedTest
  @EnumSource
  void aFieldInTheMaskIsChangedAndNothingElse(Kind kind) {
    Resource resource = resource(kind);
    Message created = resource.create();
    Message edited = resource.edited().apply(created);

    Message updated =
        denizen.audited(
            resource.action("updated"),
            () -> resource.methods().update(edited, resource.editedField()));

    assertThat(text(updated, "etag")).isNotEqualTo(text(created, "etag"));
    assertThat(withoutVersion(updated)).isEqualTo(withoutVersion(edited));
    assertThat(resource.methods().get(name(created))).isEqualTo(updated);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAMaskWhatIsGivenIsChanged(Kind kind) {
    Resource resource = resource(kind);
    Message created = resource.create();
    Message edited = resource.edited().apply(created);

    Message updated =
        denizen.audited(resource.action("updated"), () -> resource.methods().update(edited));

    assertThat(withoutVersion(updated)).isEqualTo(withoutVersion(edited));
  }

  @ParameterizedTest
  @EnumSource
  void aStarMeansEveryField(Kind kind) {
    Resource resource = resource(kind);
    Message edited = resource.edited().apply(resource.create());

    Message updated =
        denizen.audited(resource.action("updated"), () -> resource.methods().update(edited, "*"));

    assertThat(withoutVersion(updated)).isEqualTo(withoutVersion(edited));
  }

  @ParameterizedTest
  @EnumSource
  void aFieldOutsideTheMaskIsNotEvenRead(Kind kind) {
    Resource resource = resource(kind);
    Message created = resource.create();
    Message given = resource.edited().apply(created);
    given =
        kind == Kind.MEMBERSHIP
            ? with(given, "team", "no name of a team")
            : with(given, "slug", "NO SLUG");
    Message wrongElsewhere = given;

    denizen.audited(
        resource.action("updated"),
        () -> resource.methods().update(wrongElsewhere, resource.editedField()));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheServiceAssignsIsPassedOver(Kind kind) {
    Resource resource = resource(kind);
    Message created = resource.create();
    Timestamp longAgo = Timestamp.newBuilder().setSeconds(1).build();
    Message given = with(with(created, "create_time", longAgo), "delete_time", longAgo);

    Message updated =
        denizen.unaudited(
            () -> resource.methods().update(given, "name", "etag", "create_time", "delete_time"));
    assertThat(updated).isEqualTo(created);
    assertThat(denizen.<Message>unaudited(() -> resource.methods().update(given, "*")))
        .isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownPathIsRefused(Kind kind) {
    Resource resource = resource(kind);
    Message edited = resource.edited().apply(resource.create());
    String field = resource.editedField();

    for (List<String> mask :
        List.of(
            List.of("nonsense"),
            List.of(""),
            List.of(field, "nonsense"),
            List.of(field, "*"),
            List.of(resource.methods().field() + "." + field),
            List.of("create_time.seconds"),
            List.of(field.toUpperCase(Locale.ROOT)))) {
      denizen
          .refused(() -> resource.methods().update(edited, mask, request -> request))
          .isInvalid("update_mask");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownPathIsToldUnlessItIsTooOddToBeRepeated(Kind kind) {
    Resource resource = resource(kind);
    Message edited = resource.edited().apply(resource.create());
    String rule = "update_mask must name fields of the resource, or be * alone";

    assertThat(refusedFor(resource, edited, "no.such_field"))
        .isEqualTo(rule + "; there is no no.such_field");
    for (String odd : List.of("", "ada@example.org", "a".repeat(101), "\u00e9", "a b")) {
      assertThat(refusedFor(resource, edited, odd)).isEqualTo(rule);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateThatChangesNothingLeavesNoTrace(Kind kind) {
    Resource resource = resource(kind);
    Message created = resource.create();

    for (String mask : List.of("*", resource.editedField())) {
      assertThat(denizen.<Message>unaudited(() -> resource.methods().update(created, mask)))
          .isEqualTo(created);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateIsDoneOnlyOnTheVersionThatTheCallerSaw(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    Message created = resource.create();
    Message edited = resource.edited().apply(created);
    Message updated = methods.update(edited, resource.editedField());

    for (String etag : List.of(text(created, "etag"), "nonsense", "0", "-1", "9".repeat(40))) {
      denizen
          .refused(() -> methods.update(with(edited, "etag", etag), resource.editedField()))
          .is(Code.ABORTED, "STALE_VERSION")
          .of(name(created));
    }
    Message unconditional = with(created, "etag", "");
    denizen.audited(
        resource.action("updated"), () -> methods.update(unconditional, resource.editedField()));
    assertThat(text(updated, "etag")).isNotEqualTo(text(created, "etag"));
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateThatIsOnlyValidatedLeavesNothing(Kind kind) {
    Resource resource = resource(kind);
    Message created = resource.create();
    Message edited = resource.edited().apply(created);

    Message answered =
        denizen.unaudited(
            () -> resource.methods().update(edited, List.of("*"), set("validate_only", true)));

    assertThat(withoutVersion(answered)).isEqualTo(withoutVersion(edited));
    assertThat(resource.methods().get(name(created))).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedUpdateAnswersTheFirstOutcome(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    Message edited = resource.edited().apply(resource.create());
    String requestId = requestId();
    Message first = methods.update(edited, List.of("*"), set("request_id", requestId));
    methods.delete(name(edited));

    Message again =
        denizen.unaudited(() -> methods.update(edited, List.of("*"), set("request_id", requestId)));

    assertThat(again).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDeletedOrNeverWasCannotBeUpdated(Kind kind) {
    Resource resource = resource(kind);
    Message created = resource.create();
    String name = name(created);
    String nobody = name.substring(0, name.length() - NOBODY.length()) + NOBODY;
    resource.methods().delete(name);

    for (String gone : List.of(name, nobody)) {
      denizen
          .refused(() -> resource.methods().update(with(created, "name", gone), "*"))
          .is(Code.NOT_FOUND, resource.notFound())
          .of(gone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateNeedsANameAndAllFaultsAreToldAtOnce(Kind kind) {
    Resource resource = resource(kind);
    Message nothing = resource.sample().get().getDefaultInstanceForType();

    denizen
        .refused(
            () ->
                resource.methods().update(nothing, List.of("nonsense"), set("request_id", "once")))
        .isInvalid(resource.methods().field() + ".name", "update_mask", "request_id");
  }

  private String refusedFor(Resource resource, Message edited, String path) {
    List<String> mask = List.of(resource.editedField(), path);
    return denizen
        .refused(() -> resource.methods().update(edited, mask, request -> request))
        .isInvalid("update_mask")
        .message();
  }

  private static Message withoutVersion(Message message) {
    Message.Builder same = message.toBuilder();
    same.clearField(message.getDescriptorForType().findFieldByName("update_time"));
    same.clearField(message.getDescriptorForType().findFieldByName("etag"));
    return same.build();
  }
}
