package io.denizen.benchmarks.report;

import io.denizen.benchmarks.operation.AccessCalls;
import io.denizen.benchmarks.pgbench.Script;
import java.util.List;

/**
 * What Denizen wants to reach, and what it did.
 *
 * @param reached the ratio, round by round
 * @param bound to be reached
 * @param atLeast whether more is better
 */
public record Bar(String what, Spread reached, double bound, boolean atLeast) {

  /** All of them, as far as one run can tell. */
  static List<Bar> of(Findings findings) {
    Series create = findings.calls("CreateIdentity");
    Series get = findings.calls("GetIdentity");
    return List.of(
        new Bar(
            "CreateIdentity, requests/s against pgbench's CTE statement of identity and audit event",
            create.ratio(findings.script(Script.CREATE_TWO_ROWS), Measurement::rate),
            3,
            true),
        new Bar(
            "GetIdentity, requests/s against pgbench's point SELECT",
            get.ratio(findings.script(Script.GET), Measurement::rate),
            0.9,
            true),
        new Bar(
            "GetIdentity, server CPU a call against the bare gRPC echo's",
            get.ratio(findings.calls(Findings.ECHO), round -> round.cpu().server()),
            2,
            false),
        new Bar(
            AccessCalls.OF_A_MEMBER + ", requests/s against GetIdentity",
            findings.calls(AccessCalls.OF_A_MEMBER).ratio(get, Measurement::rate),
            0.8,
            true),
        new Bar(
            AccessCalls.OF_ANYBODY + ", requests/s against GetIdentity",
            findings.calls(AccessCalls.OF_ANYBODY).ratio(get, Measurement::rate),
            0.8,
            true),
        new Bar(
            "ListIdentities, last page against first page, p50",
            findings
                .calls("ListIdentities, last page")
                .ratio(findings.calls("ListIdentities, first page"), round -> round.millis().p50()),
            1.2,
            false),
        new Bar(
            "CreateIdentity with a single caller, p50 against pgbench's BEGIN, 2 INSERT, COMMIT with one"
                + " client",
            findings
                .callsAlone("CreateIdentity")
                .ratio(
                    round -> round.millis().p50(),
                    findings.scriptAlone(Script.CREATE_TWO_ROW_TRANSACTION),
                    round -> round.millis().mean()),
            2,
            false));
  }

  /** In words. */
  String verdict() {
    double median = reached.median();
    if (!Double.isFinite(median)) {
      return "not measured";
    }
    boolean met = atLeast ? median >= bound : median <= bound;
    if (met) {
      return "met";
    }
    double share = atLeast ? 1 - median / bound : median / bound - 1;
    return "**not met**, %.0f %% %s".formatted(share * 100, atLeast ? "below" : "above");
  }

  String boundary() {
    return (atLeast ? "≥ " : "≤ ") + Numbers.some(bound).replaceFirst("\\.?0+$", "") + " ×";
  }
}
