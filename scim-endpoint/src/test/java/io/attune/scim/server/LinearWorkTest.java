package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import io.attune.store.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twice the input is at most two and a half times the work, up to the limits, for the shapes that
 * hurt parsers. Work is what the thread allocates, which is the same in each run, unlike time; what
 * works without allocating is caught by a generous bound on time. Two doublings are measured at
 * once: buffers double too, and one step of theirs would hide one of ours.
 */
class LinearWorkTest {
  private static final double MOST_RATIO = 2.5 * 2.5;
  private static final long MOST_CPU_NANOS = 10_000_000_000L;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** All that a request may have, or fewer in the everyday build: each is a durable write. */
  private static final int GROUPS = Boolean.getBoolean("attune.proof") ? 1000 : 100;

  /** What is read, by a size; {@code full} is the largest that the limits let in. */
  enum Shape {
    FILTER_LONG_TEXT(4096, size -> filter("title eq \"" + "x".repeat(size - 11) + "\"")),
    FILTER_ESCAPES(4096, size -> filter("title eq \"" + "\\\"".repeat(size / 2 - 6) + "\"")),
    FILTER_BLANKS(4096, size -> filter("title eq" + " ".repeat(size - 11) + "\"x\"")),
    FILTER_LONG_NAME(4096, size -> filter("x".repeat(size - 3) + " pr")),
    FILTER_TERMS(100, size -> filter("id pr" + " or id pr".repeat(size - 1))),
    FILTER_MIXED_TERMS(100, size -> filter("id pr" + " and id pr or id pr".repeat((size - 1) / 2))),
    FILTER_DEPTH(20, size -> filter("(".repeat(size) + "id pr" + ")".repeat(size))),
    FILTER_NOT(20, size -> filter("not (".repeat(size) + "id pr" + ")".repeat(size))),
    FILTER_ENTRA(
        100,
        size ->
            filter(
                "id pr"
                    + " or ims[type pr].value pr".repeat(size / 4)
                    + " or emails co \"x\"".repeat(size / 2 - 1))),
    PATH_LONG_TEXT(4096, size -> patch("emails[value eq \"" + "x".repeat(size - 20) + "\"]")),
    PATH_TERMS(400, size -> patch("emails[id pr" + " or id pr".repeat(size - 1) + "]")),
    PATCH_MEMBERS(
        8000,
        size ->
            members(list(size, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%d\\\"]\"}"))),
    PATCH_MEMBERS_AT_ONCE(
        20_000,
        size ->
            members(
                "{\"op\":\"add\",\"path\":\"members\",\"value\":["
                    + list(size, "{\"value\":\"id%d\"}")
                    + "]}")),
    PATCH_DOTTED(
        200,
        size ->
            patch(
                "{\"Operations\":[{\"op\":\"add\",\"value\":{"
                    + list(size, "\"name.x%d\":\"v\"")
                    + "}}]}",
                AttributeNames.USER)),
    BODY_TEXTS(16, size -> body(list(size, "\"t%d\":\"" + "x".repeat(64 << 10) + "\""))),
    BODY_ESCAPES(160, size -> body(list(size, "\"t%d\":\"" + "\\u0041".repeat(1000) + "\""))),
    BODY_NAMES(60_000, size -> body(list(size, "\"n%d\":1"))),
    BODY_SAME_HASHES(16_384, size -> body(list(size, LinearWorkTest::colliding))),
    BODY_DEPTH(15_000, size -> body("\"x\":[" + list(size, "[".repeat(29) + "]".repeat(29)) + "]")),
    BODY_VALUES(130_000, size -> body("\"x\":[" + list(size, "%d") + "]")),
    BODY_ELEMENTS(40_000, size -> body("\"emails\":[" + list(size, "{\"value\":\"%d\"}") + "]")),
    BODY_NUMBERS(15_000, size -> body("\"x\":[" + list(size, "1".repeat(60)) + "]")),
    BULK_OPERATIONS(
        1000,
        size ->
            BulkBody.normal(
                "{\"Operations\":["
                    + list(
                        size,
                        "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"%1$d\","
                            + "\"data\":{\"userName\":\"%1$d\"}}")
                    + "]}"));

    final int full;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    final IntFunction<Object> reader;

    Shape(int full, IntFunction<Object> reader) {
      this.full = full;
      this.reader = reader;
    }
  }

  private static Object filter(String text) {
    assertTrue(text.length() <= FilterText.MOST_CHARACTERS);
    return FilterText.read(text);
  }

  private static Object body(String members) {
    String text = "{" + members + "}";
    assertTrue(
        text.length() <= ServiceDescription.MOST_BODY_BYTES + 1024, () -> "" + text.length());
    return BodyGate.object(text);
  }

  private static Object patch(String path) {
    String quoted = path.replace("\\", "\\\\").replace("\"", "\\\"");
    return patch(
        "{\"Operations\":[{\"op\":\"remove\",\"path\":\"" + quoted + "\"}]}", AttributeNames.USER);
  }

  private static ObjectNode patch(String body, AttributeNames names) {
    assertTrue(body.length() <= ServiceDescription.MOST_BODY_BYTES);
    return PatchBody.normal(BodyGate.object(body), "id", names);
  }

  private static Object members(String operations) {
    ObjectNode normal = patch("{\"Operations\":[" + operations + "]}", AttributeNames.GROUP);
    return Objects.requireNonNull(MemberPatch.of(normal, "id"));
  }

  private static String list(int size, String each) {
    return list(size, index -> each.formatted(index));
  }

  private static String list(int size, IntFunction<String> each) {
    return IntStream.range(0, size).mapToObj(each).collect(Collectors.joining(","));
  }

  /** Names with one hash code: Aa and BB have the same. */
  private static String colliding(int index) {
    StringBuilder name = new StringBuilder("\"");
    for (int bit = 0; bit < 14; bit++) {
      name.append((index >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.append("\":1").toString();
  }

  private static long work(Runnable read) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long start = THREADS.getCurrentThreadAllocatedBytes();
    read.run();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - start;
    assertTrue(THREADS.getCurrentThreadCpuTime() - cpu < MOST_CPU_NANOS);
    return allocated;
  }

  private static void isLinear(String what, int full, IntConsumer read) {
    read.accept(Math.max(4, full / 16)); // loads what is loaded once
    long quarter = work(() -> read.accept(full / 4));
    long whole = work(() -> read.accept(full));
    assertTrue(
        whole <= MOST_RATIO * quarter, () -> what + ": " + quarter + " and " + whole + " bytes");
  }

  @ParameterizedTest
  @EnumSource
  void twiceTheInputIsTwiceTheWork(Shape shape) {
    isLinear(shape.name(), shape.full, size -> assertNotNull(shape.reader.apply(size)));
  }

  /** References of a bulk request: none, each to the one before, all to the first. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{\"value\":\"bulkId:%2$d\"}", "{\"value\":\"bulkId:0\"}"})
  void referencesOfABulkRequest(String member, @TempDir Path folder) throws IOException {
    try (Database database = Database.embedded(folder)) {
      ScimEndpoint endpoint = new ScimEndpoint("", database, List.of(), InstantSource.system());
      isLinear(member, GROUPS, groups -> bulk(endpoint, groups, member));
    }
  }

  private static void bulk(ScimEndpoint endpoint, int groups, String member) {
    String operations =
        list(
            groups,
            index ->
                ("{\"method\":\"POST\",\"path\":\"/Groups\",\"bulkId\":\"%1$d\",\"data\":{"
                        + "\"displayName\":\"g\",\"members\":["
                        + (index == 0 ? "" : member)
                        + "]}}")
                    .formatted(index, index - 1));
    ScimReply reply = post(endpoint, "/Bulk", "{\"Operations\":[" + operations + "]}");
    assertEquals(200, reply.status(), reply.body());
    assertEquals(groups, reply.body().split("\"201\"", -1).length - 1);
  }

  private static ScimReply post(ScimEndpoint endpoint, String path, String body) {
    return endpoint.answer(
        new ScimRequest("POST", "http://x/scim/v2", path, Map.of(), Map.of(), body, "test"));
  }

  /** As many operations as a PATCH may have, each on a list as long as it may be. */
  @Test
  void theLargestPatch(@TempDir Path folder) throws IOException {
    try (Database database = Database.embedded(folder)) {
      ScimEndpoint endpoint = new ScimEndpoint("", database, List.of(), InstantSource.system());
      String emails = list(ResourceRows.MOST_VALUES, "{\"value\":\"e%1$d\",\"type\":\"t%1$d\"}");
      ScimReply made =
          post(endpoint, "/Users", "{\"userName\":\"ada\",\"emails\":[" + emails + "]}");
      String operation =
          "{\"op\":\"replace\",\"path\":\"emails[value eq \\\"e%1$d\\\"].type\",\"value\":\"x\"}";
      String patch = "{\"Operations\":[" + list(PatchBody.MOST_OPERATIONS, operation) + "]}";
      String path = "/Users/" + Scim11Endpoint.parsed(made.body()).path("id").asText();
      ScimRequest request =
          new ScimRequest("PATCH", "http://x/scim/v2", path, Map.of(), Map.of(), patch, "test");
      work(() -> assertEquals(200, endpoint.answer(request).status()));
    }
  }
}
