package io.denizen.persistence.audit;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.CommittedRequest;
import io.denizen.domain.audit.Requests;
import io.denizen.persistence.shared.Database;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

final class MyBatisRequests implements Requests {

  private final Database database;

  MyBatisRequests(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Optional<CommittedRequest>> find(Actor actor, UUID requestId) {
    return database.read(
        session ->
            Optional.ofNullable(session.getMapper(RequestSql.class).find(actor, requestId))
                .map(RequestRow::toCommittedRequest));
  }
}
