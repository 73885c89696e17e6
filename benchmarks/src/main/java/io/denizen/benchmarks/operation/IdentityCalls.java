package io.denizen.benchmarks.operation;

import com.google.protobuf.FieldMask;
import io.denizen.benchmarks.dataset.Dataset;
import io.denizen.benchmarks.load.Operation;
import io.denizen.identity.v1.BatchGetIdentitiesRequest;
import io.denizen.identity.v1.BatchGetIdentitiesResponse;
import io.denizen.identity.v1.CreateIdentityRequest;
import io.denizen.identity.v1.GetIdentityRequest;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.LookupIdentityRequest;
import io.denizen.identity.v1.UpdateIdentityRequest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Calls about one identity, or some named ones. */
public final class IdentityCalls {
  private static final int BATCH = 100;
  private static final long EMAILS = 1_000_000_000_000_000_000L;
  private static final FieldMask DISPLAY_NAME =
      FieldMask.newBuilder().addPaths("display_name").build();

  private IdentityCalls() {}

  /** GetIdentity of any of them. */
  public static Operation<Identity> get(Dataset dataset) {
    return new Operation<>(
        "GetIdentity",
        (stubs, answer) ->
            stubs
                .identities()
                .getIdentity(
                    GetIdentityRequest.newBuilder()
                        .setName(Dataset.identity(dataset.random()))
                        .build(),
                    answer),
        identity -> !identity.getEmail().isEmpty());
  }

  /** CreateIdentity of a person with an email address and no slug. */
  public static Operation<Identity> create() {
    return new Operation<>(
        "CreateIdentity",
        (stubs, answer) ->
            stubs
                .identities()
                .createIdentity(
                    CreateIdentityRequest.newBuilder()
                        .setIdentity(
                            Identity.newBuilder()
                                .setEmail(
                                    "c"
                                        + ThreadLocalRandom.current().nextLong(EMAILS)
                                        + "@bench.example")
                                .setDisplayName("Somebody new"))
                        .build(),
                    answer),
        identity -> !identity.getName().isEmpty());
  }

  /** LookupIdentity by the email address of any of them. */
  public static Operation<Identity> lookup(Dataset dataset) {
    return new Operation<>(
        "LookupIdentity",
        (stubs, answer) ->
            stubs
                .identities()
                .lookupIdentity(
                    LookupIdentityRequest.newBuilder()
                        .setEmail(Dataset.email(dataset.random()))
                        .build(),
                    answer),
        identity -> !identity.getName().isEmpty());
  }

  /** BatchGetIdentities of a hundred from all over. */
  public static Operation<BatchGetIdentitiesResponse> batchGet(Dataset dataset) {
    return new Operation<>(
        "BatchGetIdentities",
        (stubs, answer) -> {
          BatchGetIdentitiesRequest.Builder request = BatchGetIdentitiesRequest.newBuilder();
          for (int n = 0; n < BATCH; n++) {
            request.addNames(Dataset.identity(dataset.random()));
          }
          stubs.identities().batchGetIdentities(request.build(), answer);
        },
        batch -> batch.getIdentitiesCount() == BATCH);
  }

  /** UpdateIdentity to a new display name; no two calls under way are about the same one. */
  public static Operation<Identity> update(Dataset dataset) {
    AtomicLong calls = new AtomicLong();
    return new Operation<>(
        "UpdateIdentity",
        (stubs, answer) -> {
          long call = calls.getAndIncrement();
          stubs
              .identities()
              .updateIdentity(
                  UpdateIdentityRequest.newBuilder()
                      .setIdentity(
                          Identity.newBuilder()
                              .setName(Dataset.identity(dataset.scattered(call)))
                              .setDisplayName("Renamed " + call))
                      .setUpdateMask(DISPLAY_NAME)
                      .build(),
                  answer);
        },
        identity -> identity.getDisplayName().startsWith("Renamed "));
  }
}
