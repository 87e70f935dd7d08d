package io.attune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.expression.Compilation;
import io.attune.expression.Evaluation;
import io.attune.expression.EvaluationFailure;
import io.attune.expression.EvaluationWarning;
import io.attune.expression.Expression;
import io.attune.expression.Issue;
import io.attune.scim.ByteLines;
import io.attune.workspace.InputErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune eval}: one expression, or many. */
@Command(name = "eval", description = "Evaluates an expression and prints its value.")
final class EvalCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "EXPRESSION", arity = "0..1", description = "What to evaluate.")
  private @Nullable String expression;

  @Option(names = "--context", paramLabel = "FILE", description = "What it may read, as JSON.")
  private @Nullable String contextFile;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Lines of {\"expression\",\"context\"?}; one answer a line.")
  private @Nullable String batch;

  @Option(names = "--text", description = "Print the bare value instead of JSON.")
  private boolean text;

  @Option(names = "--explain", description = "Print how each part came to its value, as a tree.")
  private boolean explain;

  EvalCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if ((expression == null) == (batch == null)) {
      throw ImportCommand.wrongUse(spec, "give either an EXPRESSION or --batch FILE");
    }
    JsonNode context = contextFile == null ? MAPPER.createObjectNode() : readContext(contextFile);
    if (expression != null) {
      return single(expression, contextOf(String.valueOf(contextFile), context));
    }
    return batch(String.valueOf(batch), context);
  }

  private static EvalContext contextOf(String file, JsonNode context) {
    try {
      return EvalContext.of(context);
    } catch (IllegalArgumentException e) {
      throw InputErrors.of(file, String.valueOf(e.getMessage()), "");
    }
  }

  private static JsonNode readContext(String file) throws IOException {
    try (InputStream in = open(file)) {
      return MAPPER.readTree(in);
    } catch (JsonProcessingException e) {
      throw InputErrors.of(file, "this is no JSON", "");
    }
  }

  private static InputStream open(String file) throws IOException {
    if (file.equals("-")) {
      return System.in;
    }
    if (!Files.exists(Path.of(file)) || Files.isDirectory(Path.of(file))) {
      throw InputErrors.of(file, "there is no such file", "");
    }
    return Files.newInputStream(Path.of(file));
  }

  private int single(String source, EvalContext context) throws IOException {
    Compilation compilation = Expression.compile(source, context.scope(), null);
    for (Issue issue : compilation.issues()) {
      streams.err().println("expression:" + issue.render(source));
    }
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      return Attune.INPUT_ERRORS;
    }
    Evaluation evaluation = compiled.expression().evaluate(context.input());
    if (explain) {
      streams.out().print(compiled.expression().explain(context.input()).render());
    }
    if (evaluation instanceof Evaluation.Failed failed) {
      EvaluationFailure failure = failed.failure();
      streams.err().println("expression:1:" + failure.column() + ": error: " + failure.message());
      return Attune.INPUT_ERRORS;
    }
    for (EvaluationWarning warning : evaluation.warnings()) {
      streams.err().println("expression:1:" + warning.column() + ": warning: " + warning.message());
    }
    if (explain) {
      return Attune.DONE;
    }
    Object value = evaluation instanceof Evaluation.Value found ? found.value() : null;
    boolean bare = text && !(value instanceof List);
    streams.out().println(bare ? (value == null ? "" : value) : json(value));
    return Attune.DONE;
  }

  private static String json(@Nullable Object value) throws IOException {
    return MAPPER.writeValueAsString(value);
  }

  private int batch(String file, JsonNode common) throws IOException {
    boolean answered = true;
    try (ByteLines lines = new ByteLines(open(file))) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (ByteLines.isBlank(line)) {
          continue;
        }
        ObjectNode answer;
        try {
          answer = answer(MAPPER.readTree(line), common);
        } catch (JsonProcessingException | IllegalArgumentException e) {
          streams
              .err()
              .println(file + ":" + lines.number() + ":1: error: this is no line of a batch");
          answer = error("INVALID_LINE", "this is no line of a batch", 1);
          answered = false;
        }
        streams.out().println(MAPPER.writeValueAsString(answer));
      }
    }
    return answered ? Attune.DONE : Attune.INPUT_ERRORS;
  }

  private static ObjectNode answer(JsonNode line, JsonNode common) {
    if (!line.path("expression").isTextual()) {
      throw new IllegalArgumentException("a line needs an `expression`");
    }
    EvalContext context = EvalContext.of(line.has("context") ? line.get("context") : common);
    String source = line.path("expression").textValue();
    Compilation compilation = Expression.compile(source, context.scope(), null);
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      Issue first = compilation.issues().stream().filter(Issue::isError).findFirst().orElseThrow();
      return error(first.code().name(), first.message(), first.column());
    }
    Evaluation evaluation = compiled.expression().evaluate(context.input());
    ObjectNode answer = MAPPER.createObjectNode();
    if (evaluation instanceof Evaluation.Failed failed) {
      EvaluationFailure failure = failed.failure();
      answer = error(failure.code().name(), failure.message(), failure.column());
    } else {
      Object value = evaluation instanceof Evaluation.Value found ? found.value() : null;
      answer.set("value", MAPPER.valueToTree(value));
    }
    for (EvaluationWarning warning : evaluation.warnings()) {
      answer
          .withArrayProperty("warnings")
          .addObject()
          .put("code", warning.code().name())
          .put("message", warning.message())
          .put("column", warning.column());
    }
    return answer;
  }

  private static ObjectNode error(String code, String message, int column) {
    ObjectNode answer = MAPPER.createObjectNode();
    answer.putObject("error").put("code", code).put("message", message).put("column", column);
    return answer;
  }
}
