package io.denizen.it.shared;

import com.google.protobuf.Message;
import io.denizen.credential.v1.ConfirmVerificationTokenRequest;
import io.denizen.credential.v1.DeletePasswordRequest;
import io.denizen.credential.v1.GetCredentialRequest;
import io.denizen.credential.v1.ImportPasswordHashRequest;
import io.denizen.credential.v1.IssueVerificationTokenRequest;
import io.denizen.credential.v1.Purpose;
import io.denizen.credential.v1.SetPasswordRequest;
import io.denizen.credential.v1.VerifyPasswordRequest;
import io.denizen.it.harness.Caller;
import io.denizen.it.harness.Some;

/** Requests that succeed about passwords and tokens. */
record CredentialRequests(Caller caller) {

  Message of(String service, String method) {
    return switch (service) {
      case "denizen.credential.v1.CredentialService" -> credential(method);
      default -> throw ValidRequests.nobodySaid(service);
    };
  }

  private Message credential(String method) {
    String identity = Some.person(caller).getName();
    SetPasswordRequest set =
        SetPasswordRequest.newBuilder()
            .setIdentity(identity)
            .setPassword("correct horse battery staple")
            .build();
    return switch (method) {
      case "GetCredential" -> {
        caller.credentials().setPassword(set);
        yield GetCredentialRequest.newBuilder().setName(identity + "/credential").build();
      }
      case "SetPassword" -> set;
      case "VerifyPassword" -> {
        caller.credentials().setPassword(set);
        yield VerifyPasswordRequest.newBuilder()
            .setIdentity(identity)
            .setPassword(set.getPassword())
            .build();
      }
      case "ImportPasswordHash" ->
          ImportPasswordHashRequest.newBuilder()
              .setIdentity(identity)
              .setHash("$2y$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS")
              .build();
      case "DeletePassword" -> {
        caller.credentials().setPassword(set);
        yield DeletePasswordRequest.newBuilder().setIdentity(identity).build();
      }
      case "IssueVerificationToken" -> issuing(identity);
      case "ConfirmVerificationToken" ->
          ConfirmVerificationTokenRequest.newBuilder()
              .setToken(caller.credentials().issueVerificationToken(issuing(identity)).getToken())
              .build();
      default -> throw ValidRequests.nobodySaid(method);
    };
  }

  private static IssueVerificationTokenRequest issuing(String identity) {
    return IssueVerificationTokenRequest.newBuilder()
        .setIdentity(identity)
        .setPurpose(Purpose.PURPOSE_EMAIL)
        .build();
  }
}
