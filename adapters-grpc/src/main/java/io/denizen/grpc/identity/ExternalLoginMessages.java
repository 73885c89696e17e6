package io.denizen.grpc.identity;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.ExternalAccount;
import io.denizen.domain.identity.ExternalLoginId;
import io.denizen.domain.identity.ExternalLoginQuery;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.Times;
import io.denizen.identity.v1.ExternalLogin;
import io.denizen.identity.v1.ListExternalLoginsRequest;
import io.denizen.identity.v1.ListExternalLoginsResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps external logins between the API and the domain, both ways. */
final class ExternalLoginMessages {

  /** The one order there is. */
  private static final Map<String, Boolean> ORDERS = Map.of("create_time", true);

  private static final OrderBy<Boolean> OLDEST_FIRST = new OrderBy<>(true, false);

  private ExternalLoginMessages() {}

  static ExternalLogin message(io.denizen.domain.identity.ExternalLogin login) {
    ExternalLogin.Builder message =
        ExternalLogin.newBuilder()
            .setName(login.name().value())
            .setProvider(login.account().provider().value())
            .setSubject(login.account().subject())
            .setCreateTime(Times.timestamp(login.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(login.lifecycle().updateTime()))
            .setEtag(Etags.of(login));
    if (login.email() != null) {
      message.setEmail(login.email().value());
    }
    if (login.displayName() != null) {
      message.setDisplayName(login.displayName().value());
    }
    if (login.lastUsedTime() != null) {
      message.setLastUsedTime(Times.timestamp(login.lastUsedTime()));
    }
    if (login.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(login.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListExternalLoginsResponse list(
      ListExternalLoginsRequest request, Page<io.denizen.domain.identity.ExternalLogin> page) {
    Listed<ExternalLogin> listed =
        Listed.of(request, page, ExternalLoginQuery::cursor, ExternalLoginMessages::message);
    return ListExternalLoginsResponse.newBuilder()
        .addAllExternalLogins(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static Nested<IdentityId, ExternalLoginId> id(String name) {
    return IdentityMessages.partId("externalLogins", ExternalLoginId::new, name);
  }

  /**
   * Reads an account.
   *
   * @param path of the message that the account is in
   */
  static ExternalAccount account(Fields fields, String path, String provider, String subject) {
    Slug slug = fields.required(path + ".provider", provider, Slug::new);
    String checked = fields.required(path + ".subject", subject, ExternalAccount::requireSubject);
    return fields.read(() -> new ExternalAccount(slug, checked));
  }

  static @Nullable EmailAddress email(Fields fields, ExternalLogin login) {
    return fields.optional("external_login.email", login.getEmail(), EmailAddress::new);
  }

  static @Nullable DisplayName displayName(Fields fields, ExternalLogin login) {
    return fields.optional("external_login.display_name", login.getDisplayName(), DisplayName::new);
  }

  static ExternalLoginQuery query(Fields fields, ListExternalLoginsRequest request) {
    IdentityId parent = fields.required("parent", request.getParent(), IdentityMessages::id);
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable Slug provider = filter.equal("provider", Slug::new);
    filter.end("provider, with =");
    OrderBy<Boolean> order = OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return fields.read(
        () ->
            new ExternalLoginQuery(parent, provider, order.descending(), request.getShowDeleted()));
  }
}
