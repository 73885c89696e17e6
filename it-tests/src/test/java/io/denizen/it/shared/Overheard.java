package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Listens to a channel: which secrets go over it, and what is answered in the open. */
final class Overheard implements ClientInterceptor {
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();

  /** Whatever was said in confidence, either way. */
  Set<String> secrets() {
    return secrets;
  }

  /** Answers without what was in confidence, and refusals with all their details. */
  Queue<String> answers() {
    return answers;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        super.start(new Listening<>(listener), headers);
      }

      @Override
      public void sendMessage(Q message) {
        Confidences.secrets((Message) message).forEach(secrets::add);
        super.sendMessage(message);
      }
    };
  }

  private final class Listening<R> extends SimpleForwardingClientCallListener<R> {
    Listening(ClientCall.Listener<R> listener) {
      super(listener);
    }

    @Override
    public void onMessage(R message) {
      Message answer = (Message) message;
      Confidences.secrets(answer).forEach(secrets::add);
      answers.add(Confidences.open(answer).toString());
      super.onMessage(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      answers.add(status + " " + trailers);
      com.google.rpc.Status details = StatusProto.fromStatusAndTrailers(status, trailers);
      if (details != null) {
        answers.add(details.toString());
      }
      super.onClose(status, trailers);
    }
  }
}
