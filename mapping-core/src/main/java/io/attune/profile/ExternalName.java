package io.attune.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of an attribute in a SCIM resource, as Okta writes it in {@code externalName}: {@code
 * name.givenName}, {@code emails.^[primary==true].value}, {@code emails.[0].value}. Names are
 * compared without case. Source: okta-behaviour 1.6; RFC 7643 section 2.1.
 *
 * @param steps from the outside in, at least one; the first is a {@link Member}
 */
public record ExternalName(List<Step> steps) {
  /** The largest index that is written: the elements before it are written too, empty. */
  public static final int MAX_WRITTEN_INDEX = 99;

  /** What a service provider owns, or what says nothing of a profile. Source: RFC 7643 3.1, 4.1. */
  private static final Set<String> OWNED_BY_THE_APP =
      Set.of("schemas", "id", "meta", "groups", "active");

  private static final Pattern STEP =
      Pattern.compile(
          "\\^\\[\\s*([A-Za-z_$][\\w$-]*)\\s*==\\s*(?:\"([^\"]*)\"|'([^']*)'|(true|false)|(\\d{1,18}))"
              + "\\s*\\]"
              + "|\\[(\\d{1,6})\\]"
              + "|([A-Za-z_$][\\w$-]*)");

  /** One step into a resource. */
  public sealed interface Step {}

  /** The member of an object. */
  public record Member(String name) implements Step {}

  /** The element of an array at a place, from 0. */
  public record Element(int index) implements Step {}

  /**
   * The first element of an array whose field has this value.
   *
   * @param value a {@link String}, {@link Boolean} or {@link Long}
   */
  public record Selected(String field, Object value) implements Step {}

  /** Copies the list. */
  public ExternalName {
    steps = List.copyOf(steps);
  }

  /** The path that a text says, or null if it says none. */
  public static @Nullable ExternalName parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return null;
      }
      steps.add(step(matcher));
      at = matcher.end();
      if (at < text.length() && (text.charAt(at) != '.' || ++at == text.length())) {
        return null;
      }
    }
    return steps.isEmpty() || !(steps.get(0) instanceof Member) ? null : new ExternalName(steps);
  }

  private static Step step(Matcher matcher) {
    if (matcher.group(7) != null) {
      return new Member(matcher.group(7));
    }
    if (matcher.group(6) != null) {
      return new Element(Integer.parseInt(matcher.group(6)));
    }
    String field = matcher.group(1);
    if (matcher.group(5) != null) {
      return new Selected(field, Long.valueOf(matcher.group(5)));
    }
    if (matcher.group(4) != null) {
      return new Selected(field, Boolean.valueOf(matcher.group(4)));
    }
    return new Selected(field, matcher.group(matcher.group(2) != null ? 2 : 3));
  }

  /**
   * Whether it can select a value: an element is followed by one of its members, and only an
   * element that is chosen by its place may be a value itself.
   */
  public boolean selectsValue() {
    for (int index = 1; index < steps.size(); index++) {
      boolean afterElement = !(steps.get(index - 1) instanceof Member);
      if (afterElement && !(steps.get(index) instanceof Member)) {
        return false;
      }
    }
    return !(steps.get(steps.size() - 1) instanceof Selected);
  }

  /**
   * Whether a value that stands there can be written by the one who sends the resource: not what
   * the app itself decides, not the field by which an element is selected, and no place far beyond
   * what a resource holds.
   *
   * @param core whether the path begins at the root of the resource
   */
  public boolean isWritable(boolean core) {
    String first = ((Member) steps.get(0)).name().toLowerCase(Locale.ROOT);
    return selectsValue()
        && !(core && OWNED_BY_THE_APP.contains(first))
        && !selectsByItself()
        && steps.stream()
            .noneMatch(
                step -> step instanceof Element element && element.index() > MAX_WRITTEN_INDEX);
  }

  /** Whether one path is the other, or leads through it. */
  public boolean overlaps(ExternalName other) {
    for (int index = 0; index < Math.min(steps.size(), other.steps.size()); index++) {
      if (!isSame(steps.get(index), other.steps.get(index))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Step one, Step other) {
    if (one instanceof Member member && other instanceof Member same) {
      return member.name().equalsIgnoreCase(same.name());
    }
    if (one instanceof Selected selected && other instanceof Selected same) {
      return selected.field().equalsIgnoreCase(same.field())
          && selected.value().toString().equalsIgnoreCase(same.value().toString());
    }
    return one.equals(other);
  }

  private boolean selectsByItself() {
    for (int index = 1; index < steps.size(); index++) {
      if (steps.get(index - 1) instanceof Selected selected
          && steps.get(index) instanceof Member member
          && member.name().equalsIgnoreCase(selected.field())) {
        return true;
      }
    }
    return false;
  }
}
