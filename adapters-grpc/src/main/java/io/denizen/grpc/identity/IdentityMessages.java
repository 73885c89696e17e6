package io.denizen.grpc.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Edit;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Times;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.identity.v1.BatchGetIdentitiesResponse;
import io.denizen.identity.v1.Identity;
import io.denizen.identity.v1.ListIdentitiesRequest;
import io.denizen.identity.v1.ListIdentitiesResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps identities between the API and the domain, both ways. */
final class IdentityMessages {

  private static final Map<String, IdentityQuery.Order> ORDERS =
      Map.of(
          "create_time", IdentityQuery.Order.CREATE_TIME,
          "email", IdentityQuery.Order.EMAIL);
  private static final OrderBy<IdentityQuery.Order> OLDEST_FIRST =
      new OrderBy<>(IdentityQuery.Order.CREATE_TIME, false);

  private IdentityMessages() {}

  static Identity message(io.denizen.domain.identity.Identity identity) {
    IdentityDetails details = identity.details();
    Identity.Builder message =
        Identity.newBuilder()
            .setName(identity.name().value())
            .setDisplayName(details.displayName().value())
            .setKind(kind(identity.kind()))
            .setState(state(identity.state()))
            .setEmailVerified(identity.emailVerified())
            .setCreateTime(Times.timestamp(identity.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(identity.lifecycle().updateTime()))
            .setEtag(Etags.of(identity));
    if (details.email() != null) {
      message.setEmail(details.email().value());
    }
    if (details.slug() != null) {
      message.setSlug(details.slug().value());
    }
    if (identity.lastLoginTime() != null) {
      message.setLastLoginTime(Times.timestamp(identity.lastLoginTime()));
    }
    if (identity.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(identity.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static BatchGetIdentitiesResponse batch(List<io.denizen.domain.identity.Identity> identities) {
    return BatchGetIdentitiesResponse.newBuilder()
        .addAllIdentities(identities.stream().map(IdentityMessages::message).toList())
        .build();
  }

  static ListIdentitiesResponse list(
      ListIdentitiesRequest request,
      IdentityQuery query,
      Page<io.denizen.domain.identity.Identity> page) {
    Listed<Identity> listed = Listed.of(request, page, query::cursor, IdentityMessages::message);
    return ListIdentitiesResponse.newBuilder()
        .addAllIdentities(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static IdentityId id(String name) {
    return new IdentityId(ResourceIds.in("identities", name));
  }

  /** Both ids in {@code identities/{uuid}/collection/{uuid}}. */
  static <I> Nested<IdentityId, I> partId(String collection, Function<UUID, I> id, String name) {
    return Nested.read("identities", IdentityId::new, collection, id, name);
  }

  /** Who an identity stands for; a person where the caller does not say. */
  static IdentityKind kind(Fields fields, Identity identity) {
    return switch (identity.getKind()) {
      case KIND_SERVICE -> IdentityKind.SERVICE;
      case KIND_PERSON, KIND_UNSPECIFIED -> IdentityKind.PERSON;
      case UNRECOGNIZED -> {
        fields.reject("identity.kind", "must be KIND_PERSON or KIND_SERVICE");
        yield IdentityKind.PERSON;
      }
    };
  }

  static IdentityDetails details(Fields fields, Identity identity) {
    @Nullable EmailAddress email = email(fields, identity);
    @Nullable Slug slug = slug(fields, identity);
    DisplayName displayName = displayName(fields, identity);
    return fields.read(() -> new IdentityDetails(email, slug, displayName));
  }

  /** What an update makes of the identity that it meets. */
  static Function<io.denizen.domain.identity.Identity, IdentityDetails> edit(
      Fields fields, UpdateMask mask, Identity identity) {
    Edit<IdentityDetails> edit =
        new Edit<IdentityDetails>(mask)
            .set("email", () -> email(fields, identity), IdentityDetails::withEmail)
            .set("slug", () -> slug(fields, identity), IdentityDetails::withSlug)
            .set(
                "display_name",
                () -> displayName(fields, identity),
                IdentityDetails::withDisplayName);
    return current -> {
      mask.requireUnchanged(message(current));
      return edit.of(current.details());
    };
  }

  static IdentityQuery query(Fields fields, ListIdentitiesRequest request) {
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable IdentityKind kind =
        filter.equal("kind", text -> constant(IdentityKind.class, "KIND_", text));
    @Nullable IdentityState state =
        filter.equal("state", text -> constant(IdentityState.class, "STATE_", text));
    @Nullable EmailAddress email = filter.equal("email", EmailAddress::new);
    @Nullable Slug slug = filter.equal("slug", Slug::new);
    filter.end("kind, state, email and slug, each with =");
    OrderBy<IdentityQuery.Order> order =
        OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return fields.read(
        () ->
            new IdentityQuery(
                kind,
                state,
                email,
                slug,
                order.order(),
                order.descending(),
                request.getShowDeleted()));
  }

  private static @Nullable EmailAddress email(Fields fields, Identity identity) {
    return fields.optional("identity.email", identity.getEmail(), EmailAddress::new);
  }

  private static @Nullable Slug slug(Fields fields, Identity identity) {
    return fields.optional("identity.slug", identity.getSlug(), Slug::new);
  }

  private static DisplayName displayName(Fields fields, Identity identity) {
    return fields.required("identity.display_name", identity.getDisplayName(), DisplayName::new);
  }

  private static Identity.Kind kind(IdentityKind kind) {
    return switch (kind) {
      case PERSON -> Identity.Kind.KIND_PERSON;
      case SERVICE -> Identity.Kind.KIND_SERVICE;
    };
  }

  private static Identity.State state(IdentityState state) {
    return switch (state) {
      case ACTIVE -> Identity.State.STATE_ACTIVE;
      case SUSPENDED -> Identity.State.STATE_SUSPENDED;
    };
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String prefix, String text) {
    for (E constant : type.getEnumConstants()) {
      if (text.equals(prefix + constant.name())) {
        return constant;
      }
    }
    throw new InvalidValue(
            "must be a value of the enum, such as " + prefix + type.getEnumConstants()[0])
        .asException();
  }
}
