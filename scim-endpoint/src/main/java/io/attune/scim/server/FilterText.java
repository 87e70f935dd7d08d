package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads filters within their bounds. Source: RFC 7644, 3.4.2.2; trust, 4. */
final class FilterText {
  /** Characters of a filter. */
  static final int MOST_CHARACTERS = 4096;

  /** How deep parentheses and brackets may lie in one another. */
  static final int MOST_DEPTH = 20;

  /** Comparisons in a filter. */
  static final int MOST_TERMS = 100;

  /** What compares by order, which texts of times do not have. */
  private static final Set<FilterType> COMPARING =
      EnumSet.of(
          FilterType.EQUAL,
          FilterType.NOT_EQUAL,
          FilterType.GREATER_THAN,
          FilterType.GREATER_OR_EQUAL,
          FilterType.LESS_THAN,
          FilterType.LESS_OR_EQUAL);

  private static final Pattern POSITION = Pattern.compile("at position (\\d{1,9})");

  private FilterText() {}

  /**
   * The filter that a text says.
   *
   * @throws Refusal if it says none, or is beyond a bound
   */
  static Filter read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw invalid("it has more than " + MOST_CHARACTERS + " characters");
    }
    refuseDepth(text);
    String normal = FilterDialect.normal(text);
    Filter filter;
    try {
      filter = Filter.fromString(normal);
    } catch (BadRequestException e) {
      throw invalid("it cannot be read" + place(normal.equals(text) ? e.getMessage() : null));
    } catch (RuntimeException e) {
      throw invalid("it cannot be read");
    }
    int terms = check(filter);
    if (terms > MOST_TERMS) {
      throw invalid("it has more than " + MOST_TERMS + " comparisons");
    }
    return filter;
  }

  /** What the parser says of the place; the rest of its message may be a value. */
  private static String place(@Nullable String message) {
    Matcher position = POSITION.matcher(String.valueOf(message));
    return position.find() ? " at column " + (Integer.parseInt(position.group(1)) + 1) : "";
  }

  /** Counted before parsing: the parser recurses, and lets brackets be left open. */
  static void refuseDepth(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '(' || c == '[') {
        depth++;
        if (depth > MOST_DEPTH) {
          throw invalid("it is nested deeper than " + MOST_DEPTH);
        }
      } else if (c == ')' || c == ']') {
        depth--;
      }
    }
    if (depth != 0 || quoted) {
      throw invalid("a bracket or a quote is open at its end");
    }
  }

  /** Counts the comparisons, and refuses attributes that are never returned. */
  private static int check(Filter filter) {
    if (filter.isCombiningFilter()) {
      return filter.getCombinedFilters().stream().mapToInt(FilterText::check).sum();
    }
    if (filter.isNotFilter()) {
      return check(filter.getInvertedFilter());
    }
    refuseSecret(filter.getAttributePath());
    if (filter.isComparisonFilter() && filter.getComparisonValue().isTextual()) {
      StorableText.check(filter.getComparisonValue().textValue(), "invalidFilter", "the filter");
    }
    if (COMPARING.contains(filter.getFilterType()) && FilterTime.is(filter.getAttributePath())) {
      refuseWhatIsNoTime(filter.getComparisonValue());
    }
    return filter.isComplexValueFilter() ? check(filter.getValueFilter()) : 1;
  }

  private static void refuseWhatIsNoTime(JsonNode value) {
    try {
      if (!value.isNull()) {
        FilterTime.of(value);
      }
    } catch (DateTimeException e) {
      throw invalid("a time is compared with what is none, such as 2026-01-05T08:00:00Z");
    }
  }

  /**
   * An attribute that is never returned cannot be asked about either: an answer would tell it.
   *
   * @throws Refusal if the path names one
   */
  static void refuseSecret(Path path) {
    if (path.size() > 0 && path.getElement(0).getAttribute().equalsIgnoreCase("password")) {
      throw invalid("`password` is never returned, so nothing can be asked about it");
    }
  }

  private static Refusal invalid(String why) {
    return Refusal.of(400, "invalidFilter", "the filter is refused: " + why);
  }
}
