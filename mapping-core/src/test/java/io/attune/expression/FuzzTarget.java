package io.attune.expression;

import io.attune.profile.AttributeDefinition;
import io.attune.profile.AttributeKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for any bytes at all: compiling, evaluating, explaining, formatting and completing
 * answer, on a small stack, within bounds, and nothing of what is secret comes out. The first byte
 * chooses scope, target and coding, the rest is the text.
 */
final class FuzzTarget {
  private static final long STACK_BYTES = 256 * 1024;
  private static final List<String> SCOPES = List.of("app", "okta", "format", "untyped");

  /** What {@link Person} holds in secret attributes. */
  private static final String CANARY = "canary";

  private FuzzTarget() {}

  /** Runs one input on a thread of its own; throws what went wrong there. */
  static void run(byte[] input) throws InterruptedException {
    if (input.length == 0) {
      return;
    }
    @Nullable Throwable[] escaped = new @Nullable Throwable[1];
    Thread thread = new Thread(null, () -> check(input), "fuzz", STACK_BYTES);
    thread.setUncaughtExceptionHandler((dying, reason) -> escaped[0] = reason);
    thread.start();
    thread.join();
    Throwable reason = escaped[0];
    if (reason != null) {
      throw new AssertionError("escaped for: " + text(input), reason);
    }
  }

  private static void check(byte[] input) {
    String text = text(input);
    String scopeName = SCOPES.get(input[0] & 3);
    ExpressionScope scope = Person.scope(scopeName);
    Compilation compilation = Expression.compile(text, scope, target(input[0]));
    for (Issue issue : compilation.issues()) {
      holds(issue.column() >= 1, text);
      holds(issue.column() <= text.codePointCount(0, text.length()) + 1, text);
      holds(!issue.message().equals("the expression is nested too deeply"), text);
      said(issue.render(text), text);
    }
    if (compilation instanceof Compilation.Compiled compiled) {
      evaluate(compiled.expression(), Person.input(scopeName), text);
    }
    format(text, scope, target(input[0]), compilation);
    Completions.at(text, 1 + text.codePointCount(0, text.length()) / 2, scope)
        .forEach(completion -> said(completion.toString(), text));
    Completions.at(text, 1 + text.codePointCount(0, text.length()), scope);
    holds(System.getProperty(CANARY) == null, text);
  }

  private static void evaluate(Expression expression, EvaluationInput input, String text) {
    Evaluator evaluator = new Evaluator();
    Object value = evaluator.evaluate(expression, input);
    EvaluationFailure failure = evaluator.failure();
    holds(evaluator.budget().stepsTaken() <= Bounds.STEPS, text);
    holds(Kinds.CLOSED.has(Kind.of(value)), text);
    if (value instanceof String made) {
      holds(made.length() <= Bounds.TEXT_CHARS, text);
    }
    if (value instanceof List<?> list) {
      holds(list.size() <= Bounds.LIST_ELEMENTS, text);
    }
    if (failure != null) {
      holds(value == null && failure.column() >= 1, text);
      said(failure.message(), text);
    }
    said(String.valueOf(value), text);
    said(expression.explain(input).render(), text);
  }

  /** The canonical text is its own, and means what the text meant. */
  private static void format(
      String text,
      ExpressionScope scope,
      @Nullable AttributeDefinition target,
      Compilation compilation) {
    String canonical = ExpressionFormat.canonical(text);
    holds(canonical.equals(ExpressionFormat.canonical(canonical)), text);
    boolean compiled = compilation instanceof Compilation.Compiled;
    boolean again = Expression.compile(canonical, scope, target) instanceof Compilation.Compiled;
    holds(compiled == again, text);
  }

  private static void said(String output, String text) {
    holds(!output.contains(CANARY) || mayBuildTheCanary(text), text);
  }

  /** Letters of the word in the text: then it may be the author's own. */
  private static boolean mayBuildTheCanary(String text) {
    return text.toLowerCase(Locale.ROOT).contains("can") || text.contains("nary");
  }

  private static void holds(boolean claim, String text) {
    if (!claim) {
      throw new AssertionError("does not hold for: " + text);
    }
  }

  private static String text(byte[] input) {
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    boolean wide = (input[0] & 0x80) != 0;
    return new String(rest, wide ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
  }

  private static @Nullable AttributeDefinition target(byte selector) {
    int kind = (selector >> 2) & 15;
    AttributeKind[] kinds = AttributeKind.values();
    return kind < kinds.length
        ? AttributeDefinition.of("target", kinds[kind]).withRequired((selector & 0x40) != 0)
        : null;
  }
}
