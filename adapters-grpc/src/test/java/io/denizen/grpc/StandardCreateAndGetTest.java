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
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StandardCreateAndGetTest extends StandardTest {

  @ParameterizedTest
  @EnumSource
  void aNewResourceIsAnsweredWithWhatTheServiceAssigns(Kind kind) {
    Resource resource = resource(kind);
    Message sample = resource.sample().get();

    Message created =
        denizen.audited(resource.action("created"), () -> resource.methods().create(sample));

    assertThat(name(created)).matches("([a-zA-Z]+/[0-9a-f-]{36})(/[a-z]+/[0-9a-f-]{36})?");
    assertThat(text(created, "etag")).isNotEmpty();
    assertThat(time(created, "create_time")).isEqualTo(time(created, "update_time"));
    assertThat(has(created, "delete_time")).isFalse();
    sample
        .getAllFields()
        .forEach((field, value) -> assertThat(created.getField(field)).isEqualTo(value));
    assertThat(resource.methods().get(name(created))).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheServiceAssignsIsIgnoredWhereACallerGivesIt(Kind kind) {
    Resource resource = resource(kind);
    Timestamp longAgo = Timestamp.newBuilder().setSeconds(1).build();
    Message given = resource.sample().get();
    given = with(given, "name", "neither/here/nor/there");
    given = with(given, "etag", "77");
    given = with(given, "create_time", longAgo);
    given = with(given, "delete_time", longAgo);

    Message created = resource.methods().create(given);

    assertThat(name(created)).isNotEqualTo(name(given));
    assertThat(text(created, "etag")).isNotEqualTo("77");
    assertThat(time(created, "create_time").getSeconds()).isGreaterThan(1);
    assertThat(has(created, "delete_time")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldThatIsRequiredIsNamedAtOnceWhereNothingIsGiven(Kind kind) {
    Resource resource = resource(kind);
    Message nothing = resource.sample().get().getDefaultInstanceForType();
    String[] required =
        switch (kind) {
          case IDENTITY -> new String[] {"identity.display_name"};
          case APPLICATION -> new String[] {"application.slug", "application.display_name"};
          case TEAM -> new String[] {"team.slug", "team.display_name"};
          case ROLE -> new String[] {"role.slug", "role.display_name"};
          case MEMBERSHIP -> new String[] {"membership.identity"};
        };

    denizen.refused(() -> resource.methods().create(nothing)).isInvalid(required);
  }

  @ParameterizedTest
  @EnumSource
  void aCreationThatIsOnlyValidatedLeavesNothing(Kind kind) {
    Resource resource = resource(kind);
    Message sample = resource.sample().get();

    Message answered =
        denizen.unaudited(() -> resource.methods().create(sample, set("validate_only", true)));

    denizen
        .refused(() -> resource.methods().get(name(answered), true))
        .is(Code.NOT_FOUND, resource.notFound());
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedRequestIdAnswersTheFirstOutcomeWhateverHappenedSince(Kind kind) {
    Resource resource = resource(kind);
    Methods methods = resource.methods();
    Message sample = resource.sample().get();
    String requestId = requestId();

    Message first =
        denizen.audited(
            resource.action("created"), () -> methods.create(sample, set("request_id", requestId)));
    methods.update(resource.edited().apply(first), resource.editedField());
    methods.delete(name(first));

    Message again = denizen.unaudited(() -> methods.create(sample, set("request_id", requestId)));
    assertThat(again).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void aRequestIdWithOtherContentIsRefused(Kind kind) {
    Resource resource = resource(kind);
    Message sample = resource.sample().get();
    Message other = resource.sample().get();
    String requestId = requestId();
    resource.methods().create(sample, set("request_id", requestId));

    assertThat(
            denizen
                .refused(() -> resource.methods().create(other, set("request_id", requestId)))
                .is(Code.INVALID_ARGUMENT, "REQUEST_ID_REUSED")
                .fields())
        .containsExactly("request_id");
  }

  @ParameterizedTest
  @EnumSource
  void aRequestIdIsAUuid(Kind kind) {
    Resource resource = resource(kind);
    Message sample = resource.sample().get();

    denizen
        .refused(() -> resource.methods().create(sample, set("request_id", "once")))
        .isInvalid("request_id");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotThereIsNotFound(Kind kind) {
    Resource resource = resource(kind);
    String name = name(resource.create());
    String nobody = name.substring(0, name.length() - NOBODY.length()) + NOBODY;

    denizen
        .refused(() -> resource.methods().get(nobody))
        .is(Code.NOT_FOUND, resource.notFound())
        .of(nobody);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDeletedIsFoundOnlyByWhoAsksForIt(Kind kind) {
    Resource resource = resource(kind);
    String name = name(resource.create());
    Message deleted = resource.methods().delete(name);

    denizen.refused(() -> resource.methods().get(name)).is(Code.NOT_FOUND, resource.notFound());
    assertThat(resource.methods().get(name, true)).isEqualTo(deleted);
  }

  @ParameterizedTest
  @EnumSource
  void aNameIsReadToTheLetter(Kind kind) {
    Resource resource = resource(kind);
    String name = name(resource.create());
    String[] wrong = {
      "",
      " " + name,
      name + "/",
      name.toUpperCase(Locale.ROOT),
      name.substring(0, name.length() - 1),
      name.replace('-', '_'),
      "nothing/" + NOBODY,
      "/".repeat(10_000),
    };

    for (String each : wrong) {
      denizen.refused(() -> resource.methods().get(each)).isInvalid("name");
    }
  }

  private static Timestamp time(Message message, String field) {
    return (Timestamp) message.getField(message.getDescriptorForType().findFieldByName(field));
  }

  private static boolean has(Message message, String field) {
    return message.hasField(message.getDescriptorForType().findFieldByName(field));
  }
}
