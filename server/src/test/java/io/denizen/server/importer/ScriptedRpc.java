package io.denizen.server.importer;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Answers each method as it is told to, and NOT_FOUND otherwise. */
final class ScriptedRpc extends Rpc {

  final List<String> calls = new ArrayList<>();
  private final Map<String, Function<Message, Message>> answers = new HashMap<>();
  private final boolean rehearsal;

  ScriptedRpc(boolean rehearsal) {
    super(new NoChannel());
    this.rehearsal = rehearsal;
  }

  ScriptedRpc answering(String method, Message answer) {
    return answering(method, request -> answer);
  }

  ScriptedRpc answering(String method, Function<Message, Message> answer) {
    answers.put(method, answer);
    return this;
  }

  @Override
  <Q, R> CompletableFuture<R> call(MethodDescriptor<Q, R> method, Q request) {
    String name = String.valueOf(method.getBareMethodName());
    calls.add(name);
    Function<Message, Message> answer = answers.get(name);
    if (answer == null) {
      return CompletableFuture.failedFuture(Status.NOT_FOUND.asRuntimeException());
    }
    return CompletableFuture.completedFuture(
        method.parseResponse(answer.apply((Message) request).toByteString().newInput()));
  }

  @Override
  boolean isRehearsal() {
    return rehearsal;
  }

  private static final class NoChannel extends Channel {

    @Override
    public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
      throw new AssertionError("calls " + method);
    }

    @Override
    public String authority() {
      return "nowhere";
    }
  }
}
