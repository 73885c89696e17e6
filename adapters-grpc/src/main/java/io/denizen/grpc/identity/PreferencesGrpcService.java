package io.denizen.grpc.identity;

import io.denizen.application.identity.IdentityPreferences;
import io.denizen.application.shared.Submission;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.Settings;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Submissions;
import io.denizen.identity.v1.GetPreferencesRequest;
import io.denizen.identity.v1.Preferences;
import io.denizen.identity.v1.PreferencesServiceGrpc.PreferencesServiceImplBase;
import io.denizen.identity.v1.UpdatePreferencesRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.UnaryOperator;

/**
 * {@code denizen.identity.v1.PreferencesService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class PreferencesGrpcService extends PreferencesServiceImplBase {

  private final IdentityPreferences preferences;

  PreferencesGrpcService(IdentityPreferences preferences) {
    this.preferences = preferences;
  }

  @Override
  public void getPreferences(GetPreferencesRequest request, StreamObserver<Preferences> observer) {
    Answers.send(
        observer,
        fields -> {
          IdentityId id =
              fields.required("name", request.getName(), PreferencesMessages::identityId);
          return fields
              .read(() -> preferences.get(Callers.current(), id))
              .thenApply(found -> PreferencesMessages.message(id, found));
        });
  }

  @Override
  public void updatePreferences(
      UpdatePreferencesRequest request, StreamObserver<Preferences> observer) {
    Answers.send(
        observer,
        PreferencesMessages::message,
        fields -> {
          Preferences given = request.getPreferences();
          Submission submission = Submissions.read(fields, request);
          IdentityId id =
              fields.required("preferences.name", given.getName(), PreferencesMessages::identityId);
          UnaryOperator<Settings> edit = SettingsMask.edit(fields, request.getUpdateMask(), given);
          return fields.read(
              () -> preferences.update(submission, id, Etags.version(given.getEtag()), edit));
        });
  }
}
