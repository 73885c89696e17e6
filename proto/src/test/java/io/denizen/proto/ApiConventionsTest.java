package io.denizen.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.FieldBehavior;
import com.google.api.FieldInfo.Format;
import com.google.api.FieldInfoProto;
import com.google.api.HttpRule.PatternCase;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every method and message has in common, whatever it is about. The number after a field's
 * name is its field number, the same everywhere.
 */
class ApiConventionsTest {

  private static final Set<FieldBehavior> BASIC =
      EnumSet.of(
          FieldBehavior.REQUIRED,
          FieldBehavior.OPTIONAL,
          FieldBehavior.OUTPUT_ONLY,
          FieldBehavior.IDENTIFIER);

  @Test
  void everyServiceIsLookedAt() {
    assertThat(Api.methods().stream().map(MethodDescriptor::getService).distinct())
        .extracting(ServiceDescriptor::getName)
        .contains(
            "IdentityService",
            "ProfileService",
            "PreferencesService",
            "ApplicationService",
            "TeamService",
            "MembershipService",
            "AccessService",
            "InvitationService",
            "SessionService",
            "CredentialService",
            "AuditService");
  }

  @Test
  void everyMethodSaysHowItIsReachedOverHttp() {
    assertThat(Api.methods())
        .filteredOn(method -> Api.http(method).getPatternCase() == PatternCase.PATTERN_NOT_SET)
        .isEmpty();
  }

  @Test
  void everyFieldOfAResourceOrInsideARequestSaysOnceWhoSetsIt() {
    assertThat(
            Stream.concat(Api.written().stream(), Api.resources().stream())
                .distinct()
                .flatMap(message -> message.getFields().stream())
                .filter(field -> Api.behavior(field).stream().filter(BASIC::contains).count() != 1))
        .extracting(FieldDescriptor::getFullName)
        .isEmpty();
  }

  /** Logs and debuggers leave out what is marked; page tokens are no secrets. */
  @Test
  void everySecretIsMarkedAsOne() {
    assertThat(
            Api.messages().stream()
                .flatMap(message -> message.getFields().stream())
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.STRING)
                .filter(field -> !field.getName().endsWith("page_token"))
                .filter(
                    field ->
                        Stream.of("password", "token", "secret", "hash")
                            .anyMatch(field.getName()::contains)))
        .hasSizeGreaterThan(10)
        .filteredOn(field -> !field.getOptions().getDebugRedact())
        .extracting(FieldDescriptor::getFullName)
        .isEmpty();
  }

  @Test
  void everyMutationCanBeRepeatedAndRehearsed() {
    assertThat(Api.methods())
        .filteredOn(Api::mutates)
        .isNotEmpty()
        .allSatisfy(
            method -> {
              Descriptor request = method.getInputType();
              assertHas(request, "request_id = 10", "validate_only = 11");
              assertThat(
                      request
                          .findFieldByName("request_id")
                          .getOptions()
                          .getExtension(FieldInfoProto.fieldInfo)
                          .getFormat())
                  .isEqualTo(Format.UUID4);
            });
  }

  @Test
  void everyListComesInPages() {
    assertThat(Api.methods())
        .filteredOn(method -> method.getName().startsWith("List"))
        .isNotEmpty()
        .allSatisfy(
            method -> {
              assertHas(
                  method.getInputType(),
                  "page_size = 2",
                  "page_token = 3",
                  "filter = 4",
                  "order_by = 5");
              assertHas(method.getOutputType(), "next_page_token = 2");
              assertThat(method.getOutputType().findFieldByNumber(1).isRepeated()).isTrue();
            });
  }

  @Test
  void everyResourceHasItsNameAndTimeOfCreationInTheSamePlace() {
    assertThat(Api.resources())
        .isNotEmpty()
        .allSatisfy(
            resource -> {
              assertHas(resource, "name = 1", "create_time = 10");
              assertThat(Api.behavior(resource.findFieldByName("name")))
                  .containsExactly(FieldBehavior.IDENTIFIER);
            });
  }

  @Test
  void whatCanBeUpdatedIsUpdatedByMaskAgainstAnEtag() {
    assertThat(Api.resources())
        .filteredOn(resource -> Api.has("Update", resource))
        .isNotEmpty()
        .allSatisfy(
            resource -> {
              assertHas(resource, "update_time = 11", "etag = 13");
              assertHas(request("Update", resource), "update_mask = 2");
            });
  }

  @Test
  void whatCanBeDeletedCanBeUndeletedAndSeenAndBothGuardedByAnEtag() {
    assertThat(Api.resources())
        .filteredOn(resource -> Api.has("Delete", resource))
        .isNotEmpty()
        .allSatisfy(
            resource -> {
              assertHas(resource, "delete_time = 12", "etag = 13");
              assertHas(request("Delete", resource), "name = 1", "etag = 2");
              if (Api.has("Update", resource)) {
                // What cannot be changed is as good made anew.
                assertHas(request("Undelete", resource), "name = 1", "etag = 2");
              }
              assertHas(request("Get", resource), "show_deleted = 6");
              assertThat(Api.methods())
                  .filteredOn(
                      method -> method.getName().startsWith("List") && lists(method, resource))
                  .isNotEmpty()
                  .allSatisfy(method -> assertHas(method.getInputType(), "show_deleted = 6"));
            });
  }

  @Test
  void theDefinitionsTravelWithTheStubs() {
    assertThat(Api.sources().map(Api.SOURCES::relativize).map(Path::toString))
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(Api.class.getClassLoader().getResource(file)).as(file).isNotNull());
  }

  private static Descriptor request(String verb, Descriptor resource) {
    String name = verb + resource.getName();
    return Api.methods().stream()
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no method " + name))
        .getInputType();
  }

  private static boolean lists(MethodDescriptor method, Descriptor resource) {
    FieldDescriptor items = method.getOutputType().findFieldByNumber(1);
    return items.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && items.getMessageType().equals(resource);
  }

  private static void assertHas(Descriptor message, String... fields) {
    List<String> there =
        message.getFields().stream()
            .map(field -> field.getName() + " = " + field.getNumber())
            .toList();
    assertThat(there).as(message.getFullName()).contains(fields);
  }
}
