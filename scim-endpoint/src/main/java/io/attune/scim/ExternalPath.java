package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a SCIM resource as Okta writes it: {@code name.givenName}, {@code
 * emails.^[primary==true].value}, {@code emails.[0].value}. Names are compared without case.
 * Source: okta-behaviour 1.6; RFC 7643 section 2.1.
 */
public final class ExternalPath {
  private static final Pattern STEP =
      Pattern.compile(
          "\\^\\[\\s*([A-Za-z$][\\w$-]*)\\s*==\\s*(?:\"([^\"]*)\"|'([^']*)'|(true|false|\\d+))\\s*\\]"
              + "|\\[(\\d{1,6})\\]"
              + "|([A-Za-z$][\\w$-]*)");

  private final List<Step> steps;

  private ExternalPath(List<Step> steps) {
    this.steps = steps;
  }

  /** One step into a resource. */
  private sealed interface Step {
    @Nullable JsonNode from(JsonNode node);
  }

  private record Name(String name) implements Step {
    @Override
    public @Nullable JsonNode from(JsonNode node) {
      return member(node, name);
    }
  }

  private record Index(int index) implements Step {
    @Override
    public @Nullable JsonNode from(JsonNode node) {
      return node.isArray() ? node.get(index) : null;
    }
  }

  private record Selection(String field, String value) implements Step {
    @Override
    public @Nullable JsonNode from(JsonNode node) {
      if (node.isArray()) {
        for (JsonNode element : node) {
          JsonNode found = member(element, field);
          if (found != null && found.asText().equalsIgnoreCase(value)) {
            return element;
          }
        }
      }
      return null;
    }
  }

  /** The path that a text says, or null if it says none. */
  public static @Nullable ExternalPath parse(String text) {
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
    return steps.isEmpty() || !(steps.get(0) instanceof Name) ? null : new ExternalPath(steps);
  }

  private static Step step(Matcher matcher) {
    if (matcher.group(6) != null) {
      return new Name(matcher.group(6));
    }
    if (matcher.group(5) != null) {
      return new Index(Integer.parseInt(matcher.group(5)));
    }
    for (int group = 2; group <= 4; group++) {
      if (matcher.group(group) != null) {
        return new Selection(matcher.group(1), matcher.group(group));
      }
    }
    throw new IllegalStateException("a selection without a value");
  }

  /** What stands at this place of a resource; null if nothing does. */
  public @Nullable JsonNode read(JsonNode resource) {
    JsonNode node = resource;
    for (Step step : steps) {
      if (node == null || node.isNull()) {
        return null;
      }
      node = step.from(node);
    }
    return node == null || node.isNull() ? null : node;
  }

  /** A member of an object by its name, compared without case. */
  static @Nullable JsonNode member(JsonNode node, String name) {
    JsonNode exact = node.get(name);
    if (exact != null || !node.isObject()) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        return member.getValue();
      }
    }
    return null;
  }
}
