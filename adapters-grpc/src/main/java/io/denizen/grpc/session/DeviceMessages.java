package io.denizen.grpc.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.DeviceDetails;
import io.denizen.domain.session.DeviceId;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.session.DeviceType;
import io.denizen.domain.shared.DisplayName;
import io.denizen.domain.shared.Page;
import io.denizen.grpc.shared.Fields;
import io.denizen.grpc.shared.Filter;
import io.denizen.grpc.shared.Listed;
import io.denizen.grpc.shared.Nested;
import io.denizen.grpc.shared.OrderBy;
import io.denizen.grpc.shared.Times;
import io.denizen.session.v1.CreateSessionRequest;
import io.denizen.session.v1.Device;
import io.denizen.session.v1.ListDevicesRequest;
import io.denizen.session.v1.ListDevicesResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps devices between the API and the domain, both ways. */
final class DeviceMessages {

  /** The one order there is. */
  static final Map<String, Boolean> ORDERS = Map.of("create_time", true);

  static final OrderBy<Boolean> OLDEST_FIRST = new OrderBy<>(true, false);

  private DeviceMessages() {}

  static Device message(io.denizen.domain.session.Device device) {
    Device.Builder message =
        Device.newBuilder()
            .setName(device.name().value())
            .setDeviceId(device.details().clientId().value())
            .setDisplayName(device.details().displayName().value())
            .setType(type(device.details().type()))
            .setLastActiveTime(Times.timestamp(device.lastActiveTime()))
            .setCreateTime(Times.timestamp(device.lifecycle().createTime()))
            .setUpdateTime(Times.timestamp(device.lifecycle().updateTime()));
    if (device.lifecycle().deleteTime() != null) {
      message.setDeleteTime(Times.timestamp(device.lifecycle().deleteTime()));
    }
    return message.build();
  }

  static ListDevicesResponse list(
      ListDevicesRequest request, Page<io.denizen.domain.session.Device> page) {
    Listed<Device> listed = Listed.of(request, page, DeviceQuery::cursor, DeviceMessages::message);
    return ListDevicesResponse.newBuilder()
        .addAllDevices(listed.items())
        .setNextPageToken(listed.nextPageToken())
        .build();
  }

  static Nested<IdentityId, DeviceId> id(String name) {
    return SessionMessages.partId("devices", DeviceId::new, name);
  }

  /** What the client says of its device; null if it names none. */
  static @Nullable DeviceDetails details(Fields fields, CreateSessionRequest request) {
    if (!request.hasDevice()) {
      return null;
    }
    Device device = request.getDevice();
    ClientDeviceId clientId =
        fields.required("device.device_id", device.getDeviceId(), ClientDeviceId::new);
    DisplayName displayName =
        fields.required("device.display_name", device.getDisplayName(), DisplayName::new);
    DeviceType type = type(fields, device);
    return fields.read(() -> new DeviceDetails(clientId, displayName, type));
  }

  static DeviceQuery query(Fields fields, ListDevicesRequest request) {
    IdentityId parent = fields.required("parent", request.getParent(), SessionMessages::identity);
    Filter.read(fields, request.getFilter()).end("nothing");
    OrderBy<Boolean> order = OrderBy.read(fields, request.getOrderBy(), ORDERS, OLDEST_FIRST);
    return fields.read(() -> new DeviceQuery(parent, order.descending(), request.getShowDeleted()));
  }

  private static DeviceType type(Fields fields, Device device) {
    return switch (device.getType()) {
      case TYPE_DESKTOP -> DeviceType.DESKTOP;
      case TYPE_PHONE -> DeviceType.PHONE;
      case TYPE_TABLET -> DeviceType.TABLET;
      case TYPE_OTHER, TYPE_UNSPECIFIED -> DeviceType.OTHER;
      case UNRECOGNIZED -> {
        fields.reject("device.type", "must be a value of the enum, such as TYPE_PHONE");
        yield DeviceType.OTHER;
      }
    };
  }

  private static Device.Type type(DeviceType type) {
    return switch (type) {
      case DESKTOP -> Device.Type.TYPE_DESKTOP;
      case PHONE -> Device.Type.TYPE_PHONE;
      case TABLET -> Device.Type.TYPE_TABLET;
      case OTHER -> Device.Type.TYPE_OTHER;
    };
  }
}
