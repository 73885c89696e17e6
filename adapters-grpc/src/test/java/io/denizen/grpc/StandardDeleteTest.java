package io.denizen.grpc;

import static io.denizen.grpc.testing.Methods.name;
import static io.denizen.grpc.testing.Methods.set;
import static io.denizen.grpc.testing.Methods.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.denizen.grpc.testing.Methods;
import io.denizen.grpc.testing.Resource;
import io.denizen.grpc.testing.StandardTest;
import io.grpc.Status.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandardDeleteTest extends StandardTest {

  @ParameterizedTest
  @EnumSource
  void whatIsDeletedIsAnsweredWithTheTimeAndComesBackWithUndelete(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    Message created = resource.create();
    String name = name(created);

    Message deleted = denizen.audited(resource.action("deleted"), () -> methods.delete(name));
    assertThat(has(deleted, "delete_time")).isTrue();

    Message back = denizen.audited(resource.action("undeleted"), () -> methods.undelete(name));
    assertThat(has(back, "delete_time")).isFalse();
    assertThat(text(back, "etag")).isNotIn(text(created, "etag"), text(deleted, "etag"));
    assertThat(methods.get(name)).isEqualTo(back);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDeletedCannotBeDeletedAgainNorWhatLivesUndeleted(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    String name = name(resource.create());

    denizen.refused(() -> methods.undelete(name)).is(Code.ALREADY_EXISTS, "NOT_DELETED").of(name);
    methods.delete(name);
    denizen.refused(() -> methods.delete(name)).is(Code.NOT_FOUND, resource.notFound()).of(name);
  }

  @ParameterizedTest
  @EnumSource
  void whatNeverWasIsNotFound(Kind kind) {
    Resource resource = resource(kind);
    String name = name(resource.create());
    String nobody = name.substring(0, name.length() - NOBODY.length()) + NOBODY;

    denizen
        .refused(() -> resource.methods().delete(nobody))
        .is(Code.NOT_FOUND, resource.notFound())
        .of(nobody);
    denizen
        .refused(() -> resource.methods().undelete(nobody))
        .is(Code.NOT_FOUND, resource.notFound())
        .of(nobody);
  }

  @ParameterizedTest
  @EnumSource
  void bothAreDoneOnlyOnTheVersionThatTheCallerSaw(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    Message created = resource.create();
    String name = name(created);
    Message updated = methods.update(resource.edited().apply(created), resource.editedField());

    denizen
        .refused(() -> methods.delete(name, set("etag", text(created, "etag"))))
        .is(Code.ABORTED, "STALE_VERSION")
        .of(name);
    Message deleted =
        denizen.audited(
            resource.action("deleted"),
            () -> methods.delete(name, set("etag", text(updated, "etag"))));

    denizen
        .refused(() -> methods.undelete(name, set("etag", text(updated, "etag"))))
        .is(Code.ABORTED, "STALE_VERSION")
        .of(name);
    denizen.audited(
        resource.action("undeleted"),
        () -> methods.undelete(name, set("etag", text(deleted, "etag"))));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOnlyValidatedLeavesNothing(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    Message created = resource.create();
    String name = name(created);

    Message answered = denizen.unaudited(() -> methods.delete(name, set("validate_only", true)));
    assertThat(has(answered, "delete_time")).isTrue();
    assertThat(methods.get(name)).isEqualTo(created);

    Message deleted = methods.delete(name);
    Message answeredBack =
        denizen.unaudited(() -> methods.undelete(name, set("validate_only", true)));
    assertThat(has(answeredBack, "delete_time")).isFalse();
    assertThat(methods.get(name, true)).isEqualTo(deleted);
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedRequestIdAnswersTheFirstOutcome(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    String name = name(resource.create());
    String toDelete = requestId();
    String toUndelete = requestId();
    Message deleted = methods.delete(name, set("request_id", toDelete));
    Message back = methods.undelete(name, set("request_id", toUndelete));

    assertThat(denizen.<Message>unaudited(() -> methods.delete(name, set("request_id", toDelete))))
        .isEqualTo(deleted);
    assertThat(
            denizen.<Message>unaudited(() -> methods.undelete(name, set("request_id", toUndelete))))
        .isEqualTo(back);
  }

  @ParameterizedTest
  @EnumSource
  void allFaultsAreToldAtOnce(Kind kind) {
    Resource resource = resource(kind);

    denizen
        .refused(() -> resource.methods().delete("nobody", set("request_id", "once")))
        .isInvalid("name", "request_id");
    denizen
        .refused(() -> resource.methods().undelete("", set("request_id", "once")))
        .isInvalid("name", "request_id");
  }

  private static boolean has(Message message, String field) {
    return message.hasField(message.getDescriptorForType().findFieldByName(field));
  }
}
