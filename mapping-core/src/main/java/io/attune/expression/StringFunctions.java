package io.attune.expression;

import static io.attune.expression.Function.integer;
import static io.attune.expression.Function.nullableText;
import static io.attune.expression.Function.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import io.attune.expression.Function.Body;
import io.attune.expression.Function.OfAny;
import io.attune.expression.Function.OfRange;
import io.attune.expression.Function.OfText;
import io.attune.expression.Function.OfThreeTexts;
import io.attune.expression.Function.OfTwoTexts;
import io.attune.expression.Function.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code String} functions. Source: expression-language 3, String. */
final class StringFunctions {
  private StringFunctions() {}

  /** All of them, in the order of the specification. */
  static List<Function> all() {
    return List.of(
        of(
                "append",
                "the first text and the second",
                (OfTwoTexts) StringFunctions::append,
                text("a"),
                text("b"))
            .example("String.append('This is', ' a test')"),
        Function.of(
                "String.join",
                Kinds.TEXT,
                "the texts with the separator between them; an array is spread",
                (OfAny) StringFunctions::join,
                text("separator"),
                new Parameter("text", Function.Want.ANY, false))
            .example("String.join('-', 'a', user.tags)")
            .repeating(),
        answers(
                "len",
                Kinds.INTEGER,
                "the length in UTF-16 units; of null, 0",
                (OfText) (call, text) -> length(text),
                nullableText("text"))
            .example("String.len('This')"),
        of(
                "removeSpaces",
                "the text without spaces",
                (OfText) (call, text) -> given(text).replace(" ", ""),
                text("text"))
            .example("String.removeSpaces('This is a test')"),
        of(
                "replace",
                "the text with every occurrence of a part replaced",
                (OfThreeTexts) StringFunctions::replace,
                text("text"),
                text("match"),
                text("with"))
            .example("String.replace('This is a test', 'is', 'at')"),
        of(
                "replaceFirst",
                "the text with the first occurrence of a part replaced",
                (OfThreeTexts) StringFunctions::replaceFirst,
                text("text"),
                text("match"),
                text("with"))
            .example("String.replaceFirst('This is a test', 'is', 'at')"),
        answers(
                "startsWith",
                Kinds.BOOLEAN,
                "whether the text begins with the prefix",
                (OfTwoTexts) (call, text, prefix) -> given(text).startsWith(prefix),
                text("text"),
                text("prefix"))
            .example("String.startsWith('This is', 'This')"),
        answers(
                "stringContains",
                Kinds.BOOLEAN,
                "whether the text holds the part; null holds none",
                (OfTwoTexts) (call, text, part) -> text != null && text.contains(part),
                nullableText("text"),
                text("part"))
            .example("String.stringContains('This is a test', 'test')"),
        Function.of(
                "String.stringSwitch",
                Kinds.TEXT,
                "the value of the first key that is part of the text, else the default",
                (OfAny) StringFunctions::stringSwitch,
                text("text"),
                text("default"),
                text("key"),
                text("value"))
            .example("String.stringSwitch('This is a test', 'none', 'test', 'found')")
            .repeating(),
        of(
                "substring",
                "the characters from one place to before another, counted from 0",
                (OfRange) StringFunctions::substring,
                text("text"),
                integer("from"),
                integer("to"))
            .example("String.substring('This is a test', 2, 9)"),
        of(
                "substringAfter",
                "what follows the first occurrence of a part; blank without one",
                (OfTwoTexts) StringFunctions::substringAfter,
                text("text"),
                text("part"))
            .example("String.substringAfter('abc@okta.com', '@')"),
        of(
                "substringBefore",
                "what precedes the first occurrence of a part; all without one",
                (OfTwoTexts) StringFunctions::substringBefore,
                text("text"),
                text("part"))
            .example("String.substringBefore('abc@okta.com', '@')"),
        answers(
                "toUpperCase",
                Kinds.TEXT.orNull(),
                "the text in upper case; of null, null",
                (OfText) (call, text) -> upper(text),
                nullableText("text"))
            .example("String.toUpperCase('This')"),
        answers(
                "toLowerCase",
                Kinds.TEXT.orNull(),
                "the text in lower case; of null, null",
                (OfText) (call, text) -> lower(text),
                nullableText("text"))
            .example("String.toLowerCase('This')"));
  }

  private static Function of(
      String name, String documentation, Body body, Parameter... parameters) {
    return answers(name, Kinds.TEXT, documentation, body, parameters);
  }

  private static Function answers(
      String name, Kinds result, String documentation, Body body, Parameter... parameters) {
    return Function.of("String." + name, result, documentation, body, parameters);
  }

  /** A text that is not null, since its parameter does not let it. */
  private static String given(@Nullable String text) {
    return Objects.requireNonNull(text);
  }

  static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static String append(Arguments call, @Nullable String text, String b) {
    String a = given(text);
    call.roomForText((long) a.length() + b.length());
    return a.concat(b);
  }

  private static String join(Arguments arguments) {
    String separator = arguments.text(0);
    List<String> parts = new ArrayList<>();
    long length = 0;
    for (int index = 1; index < arguments.count(); index++) {
      Object value = arguments.value(index);
      for (Object part : value instanceof List<?> list ? list : Collections.singletonList(value)) {
        String text = arguments.rendered(part);
        length += text.length() + (parts.isEmpty() ? 0 : separator.length());
        parts.add(text);
      }
    }
    arguments.roomForText(length);
    return String.join(separator, parts);
  }

  private static String replace(Arguments call, String text, String match, String with) {
    if (!text.contains(searched(call, match))) {
      return text;
    }
    call.roomForText(text.length() + growth(text, match, with));
    return text.replace(match, with);
  }

  private static String replaceFirst(Arguments call, String text, String match, String with) {
    int at = text.indexOf(searched(call, match));
    if (at < 0) {
      return text;
    }
    call.roomForText((long) text.length() - match.length() + with.length());
    return text.substring(0, at) + with + text.substring(at + match.length());
  }

  /** How much longer the text is with every match replaced; 0 if it is shorter. */
  private static long growth(String text, String match, String with) {
    int each = with.length() - match.length();
    if (each <= 0) {
      return 0;
    }
    long occurrences = 0;
    for (int next = text.indexOf(match);
        next >= 0;
        next = text.indexOf(match, next + match.length())) {
      occurrences++;
    }
    return occurrences * each;
  }

  /** A text to search for, which may not be empty. */
  private static String searched(Arguments call, String text) {
    if (text.isEmpty()) {
      throw call.fail(FailureCode.EMPTY_SEARCH, "the text to search for is empty");
    }
    return text;
  }

  private static String stringSwitch(Arguments arguments) {
    String text = arguments.text(0);
    for (int index = 2; index + 1 < arguments.count(); index += 2) {
      if (text.contains(searched(arguments, arguments.text(index)))) {
        return arguments.text(index + 1);
      }
    }
    return arguments.text(1);
  }

  private static String substring(Arguments call, String text, long from, long to) {
    if (from < 0 || to > text.length() || from > to) {
      throw call.fail(
          FailureCode.RANGE_OUT_OF_TEXT, "from " + from + " to " + to + " is not within the text");
    }
    return text.substring((int) from, (int) to);
  }

  private static String substringAfter(Arguments call, @Nullable String whole, String part) {
    String text = given(whole);
    int at = text.indexOf(searched(call, part));
    return at < 0 ? "" : text.substring(at + part.length());
  }

  private static String substringBefore(Arguments call, @Nullable String whole, String part) {
    String text = given(whole);
    int at = text.indexOf(searched(call, part));
    return at < 0 ? text : text.substring(0, at);
  }

  /** Upper case by tables that do not change between JDKs; of ASCII, all tables say the same. */
  private static @Nullable String upper(@Nullable String text) {
    if (text == null || isAscii(text)) {
      return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
    return UCharacter.toUpperCase(ULocale.ROOT, text);
  }

  private static @Nullable String lower(@Nullable String text) {
    if (text == null || isAscii(text)) {
      return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
    return UCharacter.toLowerCase(ULocale.ROOT, text);
  }

  private static boolean isAscii(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
