package io.denizen.grpc.membership;

import io.denizen.application.membership.TeamDirectory;
import io.denizen.application.membership.TeamLifecycle;
import io.denizen.application.shared.Submission;
import io.denizen.domain.membership.TeamDetails;
import io.denizen.domain.membership.TeamId;
import io.denizen.domain.membership.TeamQuery;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.grpc.shared.Answers;
import io.denizen.grpc.shared.Callers;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.NamedChange;
import io.denizen.grpc.shared.PageTokens;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.ResourceIds.InApplication;
import io.denizen.grpc.shared.Submissions;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.CreateTeamRequest;
import io.denizen.membership.v1.DeleteTeamRequest;
import io.denizen.membership.v1.GetTeamRequest;
import io.denizen.membership.v1.ListTeamsRequest;
import io.denizen.membership.v1.ListTeamsResponse;
import io.denizen.membership.v1.Team;
import io.denizen.membership.v1.TeamServiceGrpc.TeamServiceImplBase;
import io.denizen.membership.v1.UndeleteTeamRequest;
import io.denizen.membership.v1.UpdateTeamRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/**
 * {@code denizen.membership.v1.TeamService}: reads the request, starts the use case, maps its
 * outcome.
 */
final class TeamGrpcService extends TeamServiceImplBase {

  private final TeamLifecycle lifecycle;
  private final TeamDirectory directory;

  TeamGrpcService(TeamLifecycle lifecycle, TeamDirectory directory) {
    this.lifecycle = lifecycle;
    this.directory = directory;
  }

  @Override
  public void createTeam(CreateTeamRequest request, StreamObserver<Team> observer) {
    Answers.send(
        observer,
        TeamMessages::message,
        fields -> {
          Submission submission = Submissions.read(fields, request);
          ApplicationId application =
              fields.required("parent", request.getParent(), ResourceIds::application);
          TeamDetails details = TeamMessages.details(fields, request.getTeam(), application);
          return fields.read(() -> lifecycle.create(submission, application, details));
        });
  }

  @Override
  public void getTeam(GetTeamRequest request, StreamObserver<Team> observer) {
    Answers.send(
        observer,
        TeamMessages::message,
        fields -> {
          InApplication<TeamId> team = fields.required("name", request.getName(), TeamMessages::id);
          return fields.read(
              () ->
                  directory.get(
                      Callers.current(),
                      team.applicationId(),
                      team.id(),
                      request.getShowDeleted()));
        });
  }

  @Override
  public void listTeams(ListTeamsRequest request, StreamObserver<ListTeamsResponse> observer) {
    Answers.send(
        observer,
        fields -> {
          PageRequest page =
              PageTokens.read(fields, request, request.getPageSize(), request.getPageToken());
          TeamQuery query = TeamMessages.query(fields, request);
          return fields
              .read(() -> directory.list(Callers.current(), query, page))
              .thenApply(found -> TeamMessages.list(request, query, found));
        });
  }

  @Override
  public void updateTeam(UpdateTeamRequest request, StreamObserver<Team> observer) {
    Answers.send(
        observer,
        TeamMessages::message,
        fields -> {
          Team team = request.getTeam();
          Submission submission = Submissions.read(fields, request);
          InApplication<TeamId> name =
              fields.required("team.name", team.getName(), TeamMessages::id);
          UpdateMask mask = UpdateMask.read(fields, request.getUpdateMask(), "team", team);
          Function<io.denizen.domain.membership.Team, TeamDetails> edit =
              TeamMessages.edit(fields, mask, team, name);
          return fields.read(
              () ->
                  lifecycle.update(
                      submission,
                      name.applicationId(),
                      name.id(),
                      Etags.version(team.getEtag()),
                      edit));
        });
  }

  @Override
  public void deleteTeam(DeleteTeamRequest request, StreamObserver<Team> observer) {
    NamedChange.answer(
        request,
        observer,
        TeamMessages::message,
        TeamMessages::id,
        (submission, team, version) ->
            lifecycle.delete(
                submission, team.applicationId(), team.id(), version, request.getForce()));
  }

  @Override
  public void undeleteTeam(UndeleteTeamRequest request, StreamObserver<Team> observer) {
    NamedChange.answer(
        request,
        observer,
        TeamMessages::message,
        TeamMessages::id,
        (submission, team, version) ->
            lifecycle.undelete(submission, team.applicationId(), team.id(), version));
  }
}
