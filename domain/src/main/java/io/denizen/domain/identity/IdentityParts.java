package io.denizen.domain.identity;

import io.denizen.domain.shared.ChangeSetId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where the parts of identities are found, one kind or several. Rooms above that of identities keep
 * parts of their own, and give them to it under this name.
 *
 * <p>Every method may complete exceptionally with a {@link io.denizen.domain.shared.StoreFailure}.
 */
public interface IdentityParts<P extends IdentityPart> {

  /** The live ones, each before what it is in. */
  CompletionStage<List<P>> ofIdentity(IdentityId identityId);

  /**
   * Those that a change set deleted, that still are, and that are to come back when it is undone;
   * each after what it is in.
   */
  CompletionStage<List<P>> restorable(ChangeSetId deletion);

  /** Several kinds as one; what is in something else is of a kind before that. */
  static IdentityParts<IdentityPart> all(List<? extends IdentityParts<?>> innermostFirst) {
    return new IdentityParts<>() {
      @Override
      public CompletionStage<List<IdentityPart>> ofIdentity(IdentityId identityId) {
        return joined(innermostFirst.stream().map(kind -> kind.ofIdentity(identityId)).toList());
      }

      @Override
      public CompletionStage<List<IdentityPart>> restorable(ChangeSetId deletion) {
        return joined(
            innermostFirst.reversed().stream().map(kind -> kind.restorable(deletion)).toList());
      }
    };
  }

  private static CompletionStage<List<IdentityPart>> joined(
      List<? extends CompletionStage<? extends List<? extends IdentityPart>>> kinds) {
    CompletionStage<List<IdentityPart>> all = CompletableFuture.completedStage(List.of());
    for (CompletionStage<? extends List<? extends IdentityPart>> kind : kinds) {
      all =
          all.thenCombine(
              kind,
              (before, next) -> {
                List<IdentityPart> both = new ArrayList<>(before);
                both.addAll(next);
                return List.copyOf(both);
              });
    }
    return all;
  }
}
