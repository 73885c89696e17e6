package io.denizen.grpc.membership;

import io.denizen.domain.membership.ApplicationDetails;
import io.denizen.domain.membership.ApplicationQuery;
import io.denizen.domain.shared.Description;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.Slug;
import io.denizen.grpc.shared.Edit;
import io.denizen.grpc.shared.Etags;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.Times;
import io.denizen.grpc.shared.UpdateMask;
import io.denizen.membership.v1.Application;
import io.denizen.membership.v1.ListApplicationsRequest;
import io.denizen.membership.v1.ListApplicationsResponse;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps applications between the API and the domain, both ways. */
final class ApplicationMessages {

  private static final Map<String, ApplicationQuery.Order> ORDERS =
      Map.of(
          "create_time", ApplicationQuery.Order.CREATE_TIME,
          "slug", ApplicationQuery.Order.SLUG);
  private static final OrderBy<ApplicationQuery.Order> OLDEST_FIRST =
      new OrderBy<>(ApplicationQuery.Order.CREATE_TIME, false);

  private ApplicationMessages() {}

  static Application message(io.denizen.domain.membership.Application application) {
    ApplicationDetails details = application.details();
    Application.Builder message =
        Application.newBuilder()
            .setName(application.name().value())
            .setSlug(details.slug().value())
            .setDisplayName(details.displayName().value())
            .setDescription(details.description().value())
            .setCreateTime(Times.timestamp(application.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(application.lifecycle().updateTime()))
            .setEtag(Etags.of(application));
    if (application.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(application.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListApplicationsResponse list(
      ListApplicationsRequest request,
      ApplicationQuery query,
      Page<io.denizen.domain.membership.Application> page) {
    Listed<Application> listed =
        Listed.of(request, page, query::cursor, ApplicationMessages::message);
    return ListApplicationsResponse.newBuilder()
        .addAllApplications(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static ApplicationDetails details(Fields fields, Application application) {
    Slug slug = slug(fields, application);
    DisplayName displayName = displayName(fields, application);
    Description description = description(fields, application);
    return fields.read(() -> new ApplicationDetails(slug, displayName, description));
  }

  /** What an update makes of the application that it meets. */
  static Function<io.denizen.domain.membership.Application, ApplicationDetails> edit(
      Fields fields, UpdateMask mask, Application application) {
    Edit<ApplicationDetails> edit =
        new Edit<ApplicationDetails>(mask)
            .set("slug", () -> slug(fields, application), ApplicationDetails::withSlug)
            .set(
                "display_name",
                () -> displayName(fields, application),
                ApplicationDetails::withDisplayName)
            .set(
                "description",
                () -> description(fields, application),
                ApplicationDetails::withDescription);
    return current -> edit.of(current.details());
  }

  static ApplicationQuery query(Fields fields, ListApplicationsRequest request) {
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable Slug slug = filter.equal("slug", Slug::new);
    filter.end("slug with =");
    OrderBy<ApplicationQuery.Order> order =
        OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return fields.read(
        () ->
            new ApplicationQuery(
                slug, order.order(), order.descending(), request.getShowDeleted()));
  }

  private static Slug slug(Fields fields, Application application) {
    return fields.required("application.slug", application.getSlug(), Slug::new);
  }

  private static DisplayName displayName(Fields fields, Application application) {
    return fields.required(
        "application.display_name", application.getDisplayName(), DisplayName::new);
  }

  private static Description description(Fields fields, Application application) {
    return fields.parsed("application.description", application.getDescription(), Description::new);
  }
}
