package io.denizen.domain.session;

import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.ResourceName;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.SignInEnd;
import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.Lifecycle;
import java.time.Instant;

/** Sessions as the audit trail keeps them. */
final class SessionImages {

  private SessionImages() {}

  static Document image(Session session) {
    DeviceId device = session.deviceId();
    Revocation revocation = session.revocation();
    Document.Builder image =
        Document.builder()
            .putText("name", session.name())
            .putText("device", device == null ? null : Device.name(session.identityId(), device))
            .putText("ip_address", session.origin().ipAddress())
            .putText("user_agent", session.origin().userAgent())
            .putText("last_active_time", session.lastActiveTime())
            .putText("expire_time", session.expireTime())
            .putText("revoke_time", revocation == null ? null : revocation.time())
            .putText("revoke_reason", revocation == null ? null : revocation.reason());
    session.lifecycle().describe(image);
    return image.build();
  }

  static Session session(Document image) {
    ResourceName name = new ResourceName(image.text("name"));
    String device = image.textOrNull("device");
    String ipAddress = image.textOrNull("ip_address");
    String userAgent = image.textOrNull("user_agent");
    String revoked = image.textOrNull("revoke_time");
    return new Session(
        new SessionId(name.id()),
        new IdentityId(name.parent().id()),
        device == null ? null : new DeviceId(new ResourceName(device).id()),
        new SessionOrigin(
            ipAddress == null ? null : new IpAddress(ipAddress),
            userAgent == null ? null : new UserAgent(userAgent)),
        Instant.parse(image.text("expire_time")),
        revoked == null
            ? null
            : new Revocation(
                Instant.parse(revoked), SignInEnd.valueOf(image.text("revoke_reason"))),
        Instant.parse(image.text("last_active_time")),
        Lifecycle.fromImage(image));
  }
}
