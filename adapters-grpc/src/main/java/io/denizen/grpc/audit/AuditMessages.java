package io.denizen.grpc.audit;

import io.denizen.audit.v1.AuditEvent;
import io.denizen.audit.v1.ListAuditEventsRequest;
import io.denizen.audit.v1.ListAuditEventsResponse;
import io.denizen.audit.v1.RecordAuditEventsResponse;
import io.denizen.domain.audit.Action;
import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.AuditEventId;
import io.denizen.domain.audit.AuditEventQuery;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.RecordedEvent;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.shared.ApplicationId;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.InvalidValue;
import io.denizen.domain.shared.Page;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.ResourceIds;
import io.denizen.grpc.shared.Structs;
import io.denizen.grpc.shared.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps audit events between the API and the domain, both ways. */
final class AuditMessages {

  private static final OrderBy<Boolean> NEWEST_FIRST = new OrderBy<>(true, true);

  private AuditMessages() {}

  static AuditEvent message(io.denizen.domain.audit.AuditEvent event) {
    AuditEvent.Builder message = messageWithoutImages(event).toBuilder();
    if (event.before() != null) {
      message.setBefore(Structs.struct(event.before()));
    }
    if (event.after() != null) {
      message.setAfter(Structs.struct(event.after()));
    }
    return message.build();
  }

  static AuditEvent messageWithoutImages(io.denizen.domain.audit.AuditEvent event) {
    AuditEvent.Builder message =
        AuditEvent.newBuilder()
            .setName(event.name().value())
            .setActor(event.actor().value())
            .setAction(event.action().value())
            .setResource(event.resource().value())
            .setOccurTime(Times.timestamp(event.occurTime()))
            .setCreateTime(Times.timestamp(event.createTime()));
    if (event.sequence() != null) {
      message.setSequence(event.sequence());
    }
    if (event.resourceVersion() != null) {
      message.setResourceVersion(event.resourceVersion());
    }
    if (event.applicationId() != null) {
      message.setApplication("applications/" + event.applicationId().value());
    }
    if (event.ipAddress() != null) {
      message.setIpAddress(event.ipAddress().value());
    }
    if (event.userAgent() != null) {
      message.setUserAgent(event.userAgent().value());
    }
    if (event.requestId() != null) {
      message.setRequestId(event.requestId().toString());
    }
    return message.build();
  }

  static ListAuditEventsResponse list(
      ListAuditEventsRequest request, Page<io.denizen.domain.audit.AuditEvent> page) {
    Listed<AuditEvent> listed =
        Listed.of(request, page, AuditEventQuery::cursor, AuditMessages::message);
    return ListAuditEventsResponse.newBuilder()
        .addAllAuditEvents(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  /**
   * Without the images, which the caller has: a request of 4 MiB would get an answer too large for
   * it to receive.
   */
  static RecordAuditEventsResponse recorded(List<io.denizen.domain.audit.AuditEvent> events) {
    return RecordAuditEventsResponse.newBuilder()
        .addAllAuditEvents(events.stream().map(AuditMessages::messageWithoutImages).toList())
        .build();
  }

  static AuditEventId id(String name) {
    return new AuditEventId(ResourceIds.in("auditEvents", name));
  }

  /** Reads an event; to be put together only once all fields are known to be right. */
  static Supplier<RecordedEvent> recorded(Fields fields, String path, AuditEvent event) {
    @Nullable Actor actor = fields.optional(path + ".actor", event.getActor(), Actor::new);
    Action action = fields.required(path + ".action", event.getAction(), AuditMessages::foreign);
    ResourceName resource =
        fields.required(path + ".resource", event.getResource(), ResourceName::new);
    @Nullable ApplicationId application =
        fields.optional(path + ".application", event.getApplication(), ResourceIds::application);
    @Nullable IpAddress ipAddress =
        fields.optional(path + ".ip_address", event.getIpAddress(), IpAddress::new);
    @Nullable UserAgent userAgent =
        fields.optional(path + ".user_agent", event.getUserAgent(), UserAgent::new);
    @Nullable Instant occurTime =
        event.hasOccurTime()
            ? fields.parsed(path + ".occur_time", event.getOccurTime(), Times::instant)
            : null;
    @Nullable Document before =
        event.hasBefore()
            ? fields.parsed(path + ".before", event.getBefore(), Structs::document)
            : null;
    @Nullable Document after =
        event.hasAfter()
            ? fields.parsed(path + ".after", event.getAfter(), Structs::document)
            : null;
    return () ->
        new RecordedEvent(
            actor, action, resource, application, ipAddress, userAgent, occurTime, before, after);
  }

  static AuditEventQuery query(Fields fields, ListAuditEventsRequest request) {
    Filter filter = Filter.read(fields, request.getFilter());
    @Nullable ResourceName resource = filter.equal("resource", ResourceName::new);
    @Nullable Actor actor = filter.equal("actor", Actor::new);
    @Nullable Action action = filter.equal("action", Action::new);
    @Nullable ApplicationId application = filter.equal("application", ResourceIds::application);
    @Nullable Instant from = filter.take("occur_time", ">=", Times::rfc3339);
    @Nullable Instant after = filter.take("occur_time", ">", Times::rfc3339);
    @Nullable Instant before = filter.take("occur_time", "<", Times::rfc3339);
    @Nullable Instant until = filter.take("occur_time", "<=", Times::rfc3339);
    filter.end(
        "resource, actor, action and application, each with =, and occur_time with >=, >, <= or <");
    if ((from != null && after != null) || (before != null && until != null)) {
      fields.reject("filter", "can bound occur_time once from each side");
    }
    OrderBy<Boolean> order =
        OrderBy.read(fields, request.getOrderBy(), Map.of("create_time", true), NEWEST_FIRST);
    return fields.read(
        () ->
            new AuditEventQuery(
                resource,
                actor,
                action,
                application,
                from == null ? next(after) : from,
                before == null ? next(until) : before,
                order.descending()));
  }

  /** The first time that is later, in the microseconds that are kept. */
  private static @Nullable Instant next(@Nullable Instant time) {
    return time == null ? null : time.plus(1, ChronoUnit.MICROS);
  }

  private static Action foreign(String text) {
    Action action = new Action(text);
    if (action.isReserved()) {
      throw new InvalidValue("must not be one of Denizen's own actions").asException();
    }
    return action;
  }
}
