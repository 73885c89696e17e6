package io.denizen.grpc.shared;

import io.denizen.domain.audit.Actor;
import io.denizen.domain.audit.Caller;
import io.denizen.domain.audit.IpAddress;
import io.denizen.domain.audit.UserAgent;
import io.denizen.domain.shared.Ascii;
import io.denizen.domain.shared.FailureException;
import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls. Until callers are authenticated an actor is who it says it is, in the metadata
 * {@code denizen-actor}; this is why the server listens on loopback alone.
 */
public final class Callers implements ServerInterceptor {

  /** The metadata that names the actor, as {@code identities/…} or {@code services/…}. */
  public static final Metadata.Key<String> ACTOR =
      Metadata.Key.of("denizen-actor", Metadata.ASCII_STRING_MARSHALLER);

  private static final Metadata.Key<String> USER_AGENT =
      Metadata.Key.of("user-agent", Metadata.ASCII_STRING_MARSHALLER);
  private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");
  private static final Context.Key<Caller> CALLER = Context.key("denizen-caller");

  /** Who makes the call that this thread works for. */
  public static Caller current() {
    Caller caller = CALLER.get();
    if (caller == null) {
      throw new IllegalStateException("no call is under way on this thread");
    }
    return caller;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Caller caller;
    try {
      caller = new Caller(actor(headers), ipAddress(call.getAttributes()), userAgent(headers));
    } catch (FailureException refused) {
      Statuses.of(refused.failure()).close(call);
      return new ServerCall.Listener<>() {};
    }
    return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
  }

  private static Actor actor(Metadata headers) {
    String actor = headers.get(ACTOR);
    Fields fields = new Fields();
    Actor read =
        actor == null ? Actor.ANONYMOUS : fields.required("denizen-actor", actor, Actor::new);
    return fields.read(() -> read);
  }

  private static @Nullable IpAddress ipAddress(Attributes attributes) {
    if (attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress peer
        && peer.getAddress() != null) {
      String address = peer.getAddress().getHostAddress();
      int zone = address.indexOf('%');
      return new IpAddress(zone < 0 ? address : address.substring(0, zone));
    }
    return null;
  }

  /** What a client calls itself is not worth refusing a call for. */
  private static @Nullable UserAgent userAgent(Metadata headers) {
    String userAgent = headers.get(USER_AGENT);
    if (userAgent == null || userAgent.isEmpty()) {
      return null;
    }
    String start = userAgent.substring(0, Math.min(500, userAgent.length()));
    return new UserAgent(
        Ascii.isPrintable(start, 500) ? start : UNPRINTABLE.matcher(start).replaceAll("?"));
  }
}
