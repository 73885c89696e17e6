package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.shared.Failure;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.shared.PortContract;
import java.util.Optional;
import java.util.function.Function;

/** Changes of identities, as an example of whatever the {@link Journal} commits. */
abstract class IdentityJournalContract extends PortContract {

  final Failure refused(Function<Occasion, ? extends Change<?>> decide) {
    Occasion occasion = fixtures().occasion();
    return refusal(journal().commit(set(occasion, decide.apply(occasion))));
  }

  final Optional<Identity> stored(Identity identity) {
    return answer(ports().identities().byIdIncludingDeleted(identity.id()));
  }

  final Journal journal() {
    return ports().journal();
  }

  final Identity person() {
    return person(fixtures().details());
  }

  final Identity person(IdentityDetails details) {
    return committed(occasion -> create(details, occasion));
  }

  final Change<Identity> create(IdentityDetails details, Occasion occasion) {
    return Identity.create(fixtures().identityId(), IdentityKind.PERSON, details, occasion);
  }
}
