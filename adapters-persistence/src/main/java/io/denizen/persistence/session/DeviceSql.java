package io.denizen.persistence.session;

import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.session.ClientDeviceId;
import io.denizen.domain.session.Device;
import io.denizen.domain.session.DeviceQuery;
import io.denizen.domain.shared.ChangeSetId;
import io.denizen.domain.shared.PageRequest;
import io.denizen.persistence.shared.TableSql;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

interface DeviceSql extends TableSql<Device> {

  List<DeviceRow> byIds(UUID[] ids);

  List<DeviceRow> byClientId(
      @Param("identityId") IdentityId identityId, @Param("clientId") ClientDeviceId clientId);

  List<DeviceRow> ofIdentity(IdentityId identityId);

  int count(@Param("identityId") IdentityId identityId, @Param("limit") int limit);

  List<DeviceRow> restorableIncludingDeleted(ChangeSetId deletion);

  List<DeviceRow> list(@Param("query") DeviceQuery query, @Param("page") PageRequest page);

  List<DeviceRow> listIncludingDeleted(
      @Param("query") DeviceQuery query, @Param("page") PageRequest page);
}
