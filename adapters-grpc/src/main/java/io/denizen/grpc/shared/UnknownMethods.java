package io.denizen.grpc.shared;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Answers for every method that there is not, with the same details as any other failure. */
public final class UnknownMethods extends HandlerRegistry {

  @Override
  public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
    MethodDescriptor<InputStream, InputStream> method =
        MethodDescriptor.newBuilder(Unread.MARSHALLER, Unread.MARSHALLER)
            .setType(MethodDescriptor.MethodType.UNKNOWN)
            .setFullMethodName(name)
            .build();
    return ServerMethodDefinition.create(method, UnknownMethods::refuse);
  }

  private static ServerCall.Listener<InputStream> refuse(
      ServerCall<InputStream, InputStream> call, Metadata headers) {
    Statuses.unimplemented(call.getMethodDescriptor().getFullMethodName()).close(call);
    return new ServerCall.Listener<>() {};
  }

  /** Nobody reads the requests. */
  private static final class Unread implements MethodDescriptor.Marshaller<InputStream> {

    static final Unread MARSHALLER = new Unread();

    @Override
    public InputStream stream(InputStream value) {
      return value;
    }

    @Override
    public InputStream parse(InputStream stream) {
      return stream;
    }
  }
}
