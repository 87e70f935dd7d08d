package io.attune.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.profile.UnusableNumber;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The hostile corpus: each case gets its verdict on a small stack, within bytes and steps. Source:
 * trust 1; expression-language 6.
 */
class HostileTest {
  private static final long STACK_BYTES = 256 * 1024;
  private static final long ALLOCATED_BYTES = 8L * 1024 * 1024;
  private static final long GUARD_MILLIS = 5_000;

  private static final ProfileSchema USER =
      ProfileSchema.of(
          AttributeDefinition.of("login", AttributeKind.STRING),
          AttributeDefinition.of("email", AttributeKind.STRING),
          AttributeDefinition.of("firstName", AttributeKind.STRING),
          AttributeDefinition.of("groups", AttributeKind.STRING_ARRAY),
          AttributeDefinition.of("age", AttributeKind.INTEGER),
          AttributeDefinition.of("big", AttributeKind.NUMBER),
          AttributeDefinition.of("big2", AttributeKind.NUMBER),
          AttributeDefinition.of("manager", AttributeKind.STRING));
  private static final ExpressionScope SCOPE =
      ExpressionScope.toApp(USER, "acme", ProfileSchema.of());
  private static final EvaluationInput INPUT =
      EvaluationInput.ofUser(
          EvaluationRun.EMPTY,
          UserRecord.of(
              Profile.empty(USER)
                  .with("login", "ada@example.com")
                  .with("email", "ada@example.com")
                  .with("firstName", "Ada")
                  .with("groups", List.of("g1", "g2", "g3"))
                  .with("age", 42L)
                  .with("big", UnusableNumber.INSTANCE)
                  .with("big2", UnusableNumber.INSTANCE)));

  private record Case(String id, String verdict, String expression) {}

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String resource : List.of("hostile.tsv", "hostile-more.tsv")) {
      for (List<String> cells : Corpus.read(resource, 4)) {
        cases.add(new Case(cells.get(0), cells.get(2), cells.get(3)));
      }
    }
    return cases;
  }

  @Test
  void everyCaseGetsItsVerdictWithinItsBounds() throws InterruptedException {
    List<Case> cases = cases();
    assertTrue(cases.size() >= 500, () -> cases.size() + " cases");
    List<String> problems = new ArrayList<>();
    Thread thread = new Thread(null, () -> runAll(cases, problems), "hostile", STACK_BYTES);
    List<Throwable> escaped = new ArrayList<>();
    thread.setUncaughtExceptionHandler((dying, reason) -> escaped.add(reason));
    thread.start();
    thread.join();
    assertEquals(List.of(), escaped);
    assertEquals(List.of(), problems);
    assertNull(System.getProperty("canary"));
    assertTrue(
        System.getProperties().stringPropertyNames().stream()
            .noneMatch(name -> name.startsWith("canary")));
  }

  private static void runAll(List<Case> cases, List<String> problems) {
    for (Case hostile : cases) {
      try {
        run(hostile, problems);
      } catch (RuntimeException | StackOverflowError escaped) {
        problems.add(hostile.id() + " threw " + escaped);
      }
    }
  }

  private static void run(Case hostile, List<String> problems) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytesBefore = threads.getCurrentThreadAllocatedBytes();
    long started = System.nanoTime();
    Evaluator evaluator = new Evaluator();
    String verdict = verdict(hostile.expression(), evaluator);
    long millis = (System.nanoTime() - started) / 1_000_000;
    long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
    if (!verdict.equals(hostile.verdict())) {
      problems.add(hostile.id() + " gave " + verdict + ", not " + hostile.verdict());
    }
    if (bytes > ALLOCATED_BYTES) {
      problems.add(hostile.id() + " allocated " + bytes + " bytes");
    }
    if (evaluator.budget().stepsTaken() > Bounds.STEPS) {
      problems.add(hostile.id() + " took " + evaluator.budget().stepsTaken() + " steps");
    }
    if (millis > GUARD_MILLIS) {
      problems.add(hostile.id() + " took " + millis + " ms");
    }
  }

  private static String verdict(String expression, Evaluator evaluator) {
    Compilation compilation = Expression.compile(expression, SCOPE, null);
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      // The parser ran out of stack behind the gate: refused, but the gate failed.
      boolean overflowed =
          compilation.issues().stream()
              .anyMatch(issue -> issue.message().equals("the expression is nested too deeply"));
      return overflowed ? "STACK OVERFLOW" : "REJECT";
    }
    @Nullable Object value = evaluator.evaluate(compiled.expression(), INPUT);
    if (evaluator.failure() != null) {
      return "ERROR";
    }
    boolean small = value == null || value.toString().length() <= Bounds.TEXT_CHARS;
    return small ? "VALUE" : "HUGE VALUE";
  }
}
