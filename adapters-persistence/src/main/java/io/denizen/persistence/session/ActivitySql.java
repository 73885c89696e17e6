package io.denizen.persistence.session;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Writes columns that are not audited: the version of the row stays. */
interface ActivitySql {

  int sessionsUsed(
      @Param("ids") UUID[] ids, @Param("time") Instant time, @Param("before") Instant before);

  int devicesUsed(
      @Param("ids") UUID[] ids, @Param("time") Instant time, @Param("before") Instant before);

  int identitiesSignedIn(@Param("ids") UUID[] ids, @Param("time") Instant time);

  int externalLoginsUsed(@Param("ids") UUID[] ids, @Param("time") Instant time);
}
