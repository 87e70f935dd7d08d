package io.attune.plan.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.attune.plan.AppUserStatus;
import io.attune.plan.GroupReport;
import io.attune.plan.ImportMode;
import io.attune.plan.ImportPlan;
import io.attune.plan.ImportReport;
import io.attune.plan.ImportReport.Completeness;
import io.attune.plan.ImportReport.EffectReport;
import io.attune.plan.ImportReport.Held;
import io.attune.plan.ImportReport.Limit;
import io.attune.plan.ImportReport.LimitReport;
import io.attune.plan.ImportReport.SafeguardReport;
import io.attune.plan.ImportReport.Verdict;
import io.attune.plan.ImportRun;
import io.attune.plan.Outcome;
import io.attune.plan.PlannedChange;
import io.attune.plan.PlannedChange.Diagnostic;
import io.attune.plan.PlannedChange.LinkChange;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.StatusChange;
import io.attune.plan.PlannedChange.StatusReason;
import io.attune.plan.PlannedChange.Target;
import io.attune.plan.PlannedGroup;
import io.attune.plan.PlannedGroup.Member;
import io.attune.plan.PlannedGroup.Value;
import io.attune.plan.PlannedMatch;
import io.attune.plan.PlannedMatch.Kind;
import io.attune.plan.PlannedMatch.Reason;
import io.attune.plan.RecordMemory;
import io.attune.plan.Sha256;
import io.attune.plan.UserCounts;
import io.attune.sourcing.Effect;
import io.attune.sourcing.UserStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A plan with everything that a plan can say, to the letter. Source: formats, Plan. */
class PlanTextTest {
  private static final String HEX = "0".repeat(63);

  /** The plan as formats has it; the hash is put in by the rule that formats gives for it. */
  private static final String TEXT =
      """
      {"plan":1,"app":"hr","mode":"FULL","time":"2026-01-05T08:00:00.000Z",\
      "inputs":{"config":"sha256:H1","directory":"sha256:H2","records":"sha256:H3"}}
      {"externalId":"a","outcome":"CREATE","match":{"kind":"NONE"},"changes":[\
      {"attribute":"login","from":null,"to":"ä@x.test","by":"usernameFormat","source":"hr"},\
      {"attribute":"level","from":null,"to":7,"by":"toOkta.level","source":"hr"},\
      {"attribute":"share","from":null,"to":0.5,"by":"toOkta.share","source":"hr"},\
      {"attribute":"remote","from":null,"to":true,"by":"default","source":"hr"},\
      {"attribute":"tags","from":null,"to":["x",1],"by":"toOkta.tags","source":"hr"},\
      {"on":"appuser","attribute":"userName","from":null,"to":"a"}],\
      "status":{"from":null,"to":"STAGED"},"diagnostics":[]}
      {"externalId":"b","outcome":"UPDATE","userId":"00u1","match":{"kind":"LINKED"},"changes":[\
      {"attribute":"title","from":"Analyst","to":null,"by":"toOkta.title","source":"crm"}],\
      "status":{"from":"SUSPENDED","to":"ACTIVE","because":"REACTIVATED_IN_SOURCE"},\
      "link":{"from":"INACTIVE","to":"ACTIVE"},\
      "diagnostics":[{"code":"EXPRESSION_FAILED","attribute":"email","message":"at 1:1"},\
      {"code":"NULL_AS_EMPTY","attribute":"title"},{"code":"SOURCE_CHANGED","message":"to `hr`"}]}
      {"externalId":"c","outcome":"UNCHANGED","userId":"00u2","match":{"kind":"LINKED"},\
      "changes":[],"diagnostics":[]}
      {"externalId":"d","outcome":"LINK","userId":"00u3",\
      "match":{"kind":"EXACT","by":["EMAIL","ATTRIBUTE:number"],"candidates":["00u3"],\
      "candidateCount":1,"reason":"DEACTIVATED"},"changes":[],\
      "link":{"from":"ACTIVE","to":"ACTIVE","movedFrom":"old"},"diagnostics":[]}
      {"externalId":"e","outcome":"AMBIGUOUS",\
      "match":{"kind":"AMBIGUOUS","by":["NAME"],"candidates":["00u1","00u2"],\
      "candidateCount":25,"reason":"PARTIAL"},"changes":[],"diagnostics":[]}
      {"externalId":null,"outcome":"ERROR","changes":[],"diagnostics":[{"code":"MISSING_ID"}]}
      {"group":"g1","outcome":"CREATE","changes":[{"attribute":"name","from":null,"to":"Team"}],\
      "members":{"added":[{"externalId":"a"},{"externalId":"b","userId":"00u1"}],"removed":[],\
      "unresolved":["x"]},"diagnostics":[]}
      {"group":"g2","outcome":"UNCHANGED","groupId":"00g2","changes":[],\
      "members":{"added":[],"removed":[],"unresolved":[]},"diagnostics":[]}
      {"group":"g3","outcome":"REMOVED","groupId":"00g3","changes":[],\
      "members":{"added":[],"removed":["00u1","00u2"],"unresolved":[]},"diagnostics":[]}
      {"group":null,"outcome":"ERROR","changes":[],\
      "members":{"added":[],"removed":[],"unresolved":[]},"diagnostics":[{"code":"MISSING_ID"}]}
      {"report":{"users":{"scanned":1,"new":2,"updated":3,"linked":4,"unchanged":5,"removed":6,\
      "removedInactive":7,"pendingExact":8,"pendingPartial":9,"pendingNew":10,\
      "pendingActivation":11,"ambiguous":12,"conflict":13,"ignored":14,"skipped":15,"errors":16,\
      "reactivated":17,"suspended":18,"deactivated":19},\
      "groups":{"scanned":1,"new":2,"updated":3,"unchanged":4,"removed":5,"errors":6},\
      "memberships":{"added":7,"removed":8,"unresolved":9},\
      "completeness":"INCOMPLETE","incomplete":"CUT_OFF","safeguard":{"verdict":"PAUSE",\
      "limit":"BLANKED","unassignments":3,"people":["00u1","00u2"],\
      "app":{"population":10,"unassigned":3,"percent":20,"applies":true,"allowed":2},\
      "org":{"population":30,"unassigned":3,"percent":5,"applies":false,"allowed":30},\
      "limits":{"blanked":{"people":2,"allowed":1},"linked":{"people":1,"allowed":5}},\
      "held":{"limit":"APP","lines":4,"records":3,"people":["00u9","00u8"],\
      "limits":{"unassigned":{"people":4,"allowed":2}}}}}}
      """
          .replace("H1", HEX + "1")
          .replace("H2", HEX + "2")
          .replace("H3", HEX + "3");

  private static final List<PlannedChange> LINES =
      List.of(
          new PlannedChange(
              "a",
              Outcome.CREATE,
              null,
              PlannedMatch.NONE,
              List.of(
                  set("login", "ä@x.test", "usernameFormat"),
                  set("level", 7L, "toOkta.level"),
                  set("share", 0.5, "toOkta.share"),
                  set("remote", true, "default"),
                  set("tags", List.of("x", 1L), "toOkta.tags"),
                  new PlannedValue(Target.APP_USER, "userName", null, "a", null, null)),
              new StatusChange(null, UserStatus.STAGED, null),
              null,
              List.of()),
          new PlannedChange(
              "b",
              Outcome.UPDATE,
              "00u1",
              PlannedMatch.LINKED,
              List.of(
                  new PlannedValue(Target.USER, "title", "Analyst", null, "toOkta.title", "crm")),
              new StatusChange(
                  UserStatus.SUSPENDED, UserStatus.ACTIVE, StatusReason.REACTIVATED_IN_SOURCE),
              new LinkChange(AppUserStatus.INACTIVE, AppUserStatus.ACTIVE, null),
              List.of(
                  new Diagnostic("EXPRESSION_FAILED", "email", "at 1:1"),
                  new Diagnostic("NULL_AS_EMPTY", "title", null),
                  new Diagnostic("SOURCE_CHANGED", null, "to `hr`"))),
          new PlannedChange(
              "c",
              Outcome.UNCHANGED,
              "00u2",
              PlannedMatch.LINKED,
              List.of(),
              null,
              null,
              List.of()),
          new PlannedChange(
              "d",
              Outcome.LINK,
              "00u3",
              new PlannedMatch(
                  Kind.EXACT,
                  List.of("EMAIL", "ATTRIBUTE:number"),
                  List.of("00u3"),
                  1,
                  Reason.DEACTIVATED),
              List.of(),
              null,
              new LinkChange(AppUserStatus.ACTIVE, AppUserStatus.ACTIVE, "old"),
              List.of()),
          new PlannedChange(
              "e",
              Outcome.AMBIGUOUS,
              null,
              new PlannedMatch(
                  Kind.AMBIGUOUS, List.of("NAME"), List.of("00u1", "00u2"), 25, Reason.PARTIAL),
              List.of(),
              null,
              null,
              List.of()),
          new PlannedChange(
              null,
              Outcome.ERROR,
              null,
              null,
              List.of(),
              null,
              null,
              List.of(new Diagnostic("MISSING_ID", null, null))));

  private static final List<PlannedGroup> GROUPS =
      List.of(
          new PlannedGroup(
              "g1",
              PlannedGroup.Outcome.CREATE,
              null,
              List.of(new Value("name", null, "Team")),
              List.of(new Member("a", null), new Member("b", "00u1")),
              List.of(),
              List.of("x"),
              null),
          group("g2", PlannedGroup.Outcome.UNCHANGED, "00g2", List.of()),
          group("g3", PlannedGroup.Outcome.REMOVED, "00g3", List.of("00u1", "00u2")),
          new PlannedGroup(
              null,
              PlannedGroup.Outcome.ERROR,
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              "MISSING_ID"));

  private static final SafeguardReport SAFEGUARD =
      new SafeguardReport(
          Verdict.PAUSE,
          Limit.BLANKED,
          3,
          List.of("00u1", "00u2"),
          new LimitReport(10, 3, 20, true, 2),
          new LimitReport(30, 3, 5, false, 30),
          List.of(new EffectReport(Effect.BLANKED, 2, 1), new EffectReport(Effect.LINKED, 1, 5)),
          new Held(
              Limit.APP,
              4,
              3,
              List.of("00u9", "00u8"),
              List.of(new EffectReport(Effect.UNASSIGNED, 4, 2))));

  private static final ImportRun RUN =
      new ImportRun(
          "hr",
          ImportMode.FULL,
          Instant.parse("2026-01-05T08:00:00Z"),
          Sha256.parse("sha256:" + HEX + "1"),
          Sha256.parse("sha256:" + HEX + "2"));

  private static final ImportPlan PLAN =
      new ImportPlan() {
        @Override
        public ImportRun run() {
          return RUN;
        }

        @Override
        public Sha256 records() {
          return Sha256.parse("sha256:" + HEX + "3");
        }

        @Override
        public void forEachLine(Consumer<? super PlannedChange> each) {
          LINES.forEach(each);
        }

        @Override
        public List<PlannedGroup> groups() {
          return GROUPS;
        }

        @Override
        public RecordMemory memory() {
          return RecordMemory.empty();
        }

        @Override
        public ImportReport report() {
          return new ImportReport(
              new UserCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
              Completeness.INCOMPLETE,
              "CUT_OFF",
              SAFEGUARD,
              new GroupReport(1, 2, 3, 4, 5, 6, 7, 8, 9));
        }
      };

  private static PlannedValue set(String attribute, Object to, String by) {
    return new PlannedValue(Target.USER, attribute, null, to, by, "hr");
  }

  private static PlannedGroup group(
      String key, PlannedGroup.Outcome outcome, String id, List<String> removed) {
    return new PlannedGroup(key, outcome, id, List.of(), List.of(), removed, List.of(), null);
  }

  /** All lines but the UNCHANGED ones, without the header's time. */
  private static String hash() throws Exception {
    String covered =
        TEXT.replace("\"time\":\"2026-01-05T08:00:00.000Z\",", "")
            .lines()
            .filter(line -> !line.contains("\"outcome\":\"UNCHANGED\""))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(covered.getBytes(StandardCharsets.UTF_8)));
  }

  private static String whole() throws Exception {
    String end = "]}}}}\n".substring(1);
    assertTrue(TEXT.endsWith(end));
    return TEXT.substring(0, TEXT.length() - 2) + ",\"sha256\":\"" + hash() + "\"}\n";
  }

  private static String written(boolean changesOnly) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanWriter.write(PLAN, out, changesOnly);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isWrittenToTheLetter() throws Exception {
    assertEquals(whole(), written(false));
    assertEquals(hash(), PlanWriter.hash(PLAN).hex());
  }

  @Test
  void unchangedLinesMayBeLeftOutAndTheHashIsTheSame() throws Exception {
    String left =
        whole()
            .lines()
            .filter(line -> !line.contains("\"outcome\":\"UNCHANGED\""))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    assertEquals(left, written(true));
  }

  private static PlanFile read(String text, List<PlannedChange> lines, List<PlannedGroup> groups)
      throws Exception {
    return PlanReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), lines::add, groups::add);
  }

  @Test
  void isReadBackAsItWasWritten() throws Exception {
    List<PlannedChange> lines = new ArrayList<>();
    List<PlannedGroup> groups = new ArrayList<>();
    PlanFile file = read(whole(), lines, groups);
    assertEquals(LINES, lines);
    assertEquals(GROUPS, groups);
    assertEquals(PlanFile.of(PLAN, PlanWriter.hash(PLAN)), file);
    assertEquals(SAFEGUARD, file.safeguard());
    assertEquals(RUN, file.run());
    assertEquals(Verdict.PAUSE, file.verdict());
    assertEquals(Limit.BLANKED, file.limit());
    assertEquals(3, file.unassignments());
  }

  private static void refused(String text, int line, String why) {
    BadPlan bad =
        assertThrows(BadPlan.class, () -> read(text, new ArrayList<>(), new ArrayList<>()));
    assertEquals(line, bad.line(), bad.getMessage());
    assertTrue(String.valueOf(bad.getMessage()).contains(why), bad.getMessage());
  }

  @Test
  void whatIsNoPlanIsRefusedWithItsPlace() throws Exception {
    String whole = whole();
    refused("", 1, "the plan is empty");
    refused("{\"plan\":2}\n", 1, "this is no plan");
    refused("no\n", 1, "this is no JSON");
    refused(whole.replace("\"Team\"", "\"Tean\""), 12, "its hash differs");
    refused(whole.replace("\"to\":7", "\"to\":8"), 12, "its hash differs");
    refused(whole.replace(",\"sha256\"", ",\"sha\""), 12, "has no `sha256`");
    refused(whole + "{}\n", 13, "something follows");
    refused(whole.substring(0, whole.indexOf("{\"report\"")), 12, "cut off");
    refused(whole.replace("\"outcome\":\"LINK\"", "\"outcome\":\"LYNK\""), 5, "no line of a plan");
    refused(whole.replace("\"outcome\":\"LINK\",", ""), 5, "no line of a plan");
    refused(whole.replace("\"code\":\"EXPRESSION_FAILED\",", ""), 3, "no line of a plan");
    refused(whole.replaceFirst("\"mode\":\"FULL\"", "\"mode\":\"FUL\""), 12, "hash differs");
    refused(whole.replaceFirst("\"time\":\"[^\"]*\",", ""), 1, "no line of a plan");
  }
}
