package io.denizen.grpc.identity;

import io.denizen.application.identity.IdentityProfile;
import io.denizen.application.shared.Submission;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.ProfileDetails;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Edit;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Submissions;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.identity.v1.GetProfileRequest;
import io.denizen.identity.v1.Profile;
import io.denizen.identity.v1.ProfileServiceGrpc.ProfileServiceImplBase;
import io.denizen.identity.v1.UpdateProfileRequest;
import io.grpc.stub.StreamObserver;

/**
 * {@code denizen.identity.v1.ProfileService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class ProfileGrpcService extends ProfileServiceImplBase {

  private final IdentityProfile profile;

  ProfileGrpcService(IdentityProfile profile) {
    this.profile = profile;
  }

  @Override
  public void getProfile(GetProfileRequest request, StreamObserver<Profile> observer) {
    Answers.send(
        observer,
        fields -> {
          IdentityId id = fields.required("name", request.getName(), ProfileMessages::identityId);
          return fields
              .read(() -> profile.get(Callers.current(), id))
              .thenApply(found -> ProfileMessages.message(id, found));
        });
  }

  @Override
  public void updateProfile(UpdateProfileRequest request, StreamObserver<Profile> observer) {
    Answers.send(
        observer,
        ProfileMessages::message,
        fields -> {
          Profile given = request.getProfile();
          Submission submission = Submissions.read(fields, request);
          IdentityId id =
              fields.required("profile.name", given.getName(), ProfileMessages::identityId);
          UpdateMask mask = UpdateMask.read(fields, request.getUpdateMask(), "profile", given);
          Edit<ProfileDetails> edit = ProfileMessages.edit(fields, mask, given);
          return fields.read(
              () -> profile.update(submission, id, Etags.version(given.getEtag()), edit::of));
        });
  }
}
