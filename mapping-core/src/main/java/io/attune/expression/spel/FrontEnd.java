package io.attune.expression.spel;

import java.util.List;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** From a text to its tree, or to every reason why it has none. */
public final class FrontEnd {
  /** The parser's own limit stands behind the gate's and leaves room for suffixes put in. */
  private static final SpelExpressionParser PARSER =
      new SpelExpressionParser(
          new SpelParserConfiguration(null, null, false, false, 0, 2 * Limits.TEXT_CHARS));

  /** What may stand at the end of a text and waits for a value behind it. */
  private static final String WAITING = " +-*/%<>=!?:&|.,";

  private FrontEnd() {}

  /** What {@link #parse} answers. */
  public sealed interface Parsed {}

  /** The tree of a text that passed. */
  public record Tree(Syntax syntax) implements Parsed {}

  /** The reasons, at least one, by offset. */
  public record Refused(List<Refusal> refusals) implements Parsed {}

  /** Gate, parser and white list in turn; each runs only over what the one before let through. */
  public static Parsed parse(String text) {
    Gate.Verdict verdict = Gate.check(text);
    if (!verdict.refusals().isEmpty()) {
      return new Refused(verdict.refusals());
    }
    Suffixes suffixes = Suffixes.insert(text, verdict.longLiterals());
    try {
      SpelNode tree = PARSER.parseRaw(suffixes.text()).getAST();
      return new WhiteList(text, suffixes).translate(tree);
    } catch (ParseException refused) {
      return syntaxError(text, suffixes.original(refused.getPosition()));
    } catch (RuntimeException bare) {
      // The parser also throws bare IllegalArgumentException and IllegalStateException.
      String read = text.strip();
      boolean waits = !read.isEmpty() && WAITING.indexOf(read.charAt(read.length() - 1)) >= 0;
      return syntaxError(text, waits ? text.length() : 0);
    } catch (StackOverflowError tooDeep) {
      Place place = new Place(0, text.length());
      return new Refused(
          List.of(
              new Refusal(
                  SyntaxFault.NESTING_TOO_DEEP, place, "the expression is nested too deeply", "")));
    }
  }

  /** SpEL's own messages speak of tokens and classes; the place is what helps. */
  private static Refused syntaxError(String text, int position) {
    int offset = Math.max(0, Math.min(position, text.length()));
    while (offset < text.length() && text.charAt(offset) == ' ') {
      offset++;
    }
    if (text.substring(offset).chars().allMatch(unit -> WAITING.indexOf(unit) >= 0)) {
      offset = text.length();
    }
    String message =
        offset == text.length()
            ? "the expression ends where a value is expected"
            : "the expression cannot be read here";
    Place place = new Place(offset, offset == text.length() ? 0 : 1);
    return new Refused(List.of(new Refusal(SyntaxFault.SYNTAX_ERROR, place, message, "")));
  }
}
