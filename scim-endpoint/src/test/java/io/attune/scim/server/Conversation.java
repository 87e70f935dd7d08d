package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scim.server.ServedEndpoint.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests and what is expected of their answers, as a text: what an identity provider or its test
 * suite says, step by step.
 *
 * <pre>
 * # what the step is about
 * POST /Users                              a filter follows as `? userName eq "x"`
 * Authorization: none                      headers
 * {"userName":"ada"}                       the body, on any number of lines
 * 201                                      the status
 * /id -> ada                               {ada} stands for it from here on
 * /active = true                           a JSON value
 * /name/givenName there                    neither missing nor empty; or `missing`, `number`
 * /schemas has "urn:…"                     in a list
 * /members size 2                          of a list
 * </pre>
 */
final class Conversation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REQUEST = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (.*)");
  private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z-]+): (.*)");
  private static final Pattern EXPECTED =
      Pattern.compile("(/\\S*) (->|=|there|missing|number|has|size) ?(.*)");

  private final ServedEndpoint scim;
  private final Map<String, String> variables = new TreeMap<>();

  private Conversation(ServedEndpoint scim) {
    this.scim = scim;
    variables.put("User", "urn:ietf:params:scim:schemas:core:2.0:User");
    variables.put("Group", "urn:ietf:params:scim:schemas:core:2.0:Group");
    variables.put("Enterprise", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
    variables.put("PatchOp", "urn:ietf:params:scim:api:messages:2.0:PatchOp");
    variables.put("List", "urn:ietf:params:scim:api:messages:2.0:ListResponse");
    variables.put("Error", "urn:ietf:params:scim:api:messages:2.0:Error");
    variables.put("Core1", "urn:scim:schemas:core:1.0");
    variables.put("Enterprise1", "urn:scim:schemas:extension:enterprise:1.0");
  }

  /** Holds the conversation; fails at the first answer that is not the expected one. */
  static int hold(String text, ServedEndpoint scim) {
    Conversation conversation = new Conversation(scim);
    int steps = 0;
    for (String step : text.split("\n\n+", -1)) {
      List<String> lines = step.lines().filter(line -> !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        conversation.step(step.strip(), lines);
        steps++;
      }
    }
    return steps;
  }

  private void step(String step, List<String> lines) {
    Matcher request = REQUEST.matcher(lines.get(0));
    assertTrue(request.matches(), () -> "no request: " + lines.get(0));
    List<String> headers = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    int at = 1;
    for (; !lines.get(at).matches("\\d{3}"); at++) {
      Matcher header = HEADER.matcher(lines.get(at));
      if (header.matches()) {
        headers.addAll(List.of(header.group(1), header.group(2)));
      } else {
        body.append(filled(lines.get(at)));
      }
    }
    Answer answer =
        scim.send(
            request.group(1),
            path(filled(request.group(2))),
            body.isEmpty() ? null : body.toString(),
            headers.toArray(new String[0]));
    String told = step + "\n\nwas answered with " + answer.status() + " " + answer.body();
    assertEquals(Integer.parseInt(lines.get(at)), answer.status(), told);
    for (String expected : lines.subList(at + 1, lines.size())) {
      check(filled(expected), answer.body(), expected + "\nof\n" + told);
    }
  }

  /** With the filter after ` ? ` encoded as the value of a parameter. */
  private static String path(String text) {
    String[] parts = text.split(" \\? ", 2);
    return parts.length == 1
        ? text
        : parts[0]
            + (parts[0].contains("?") ? "&" : "?")
            + "filter="
            + URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> each : variables.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }

  private void check(String expected, JsonNode body, String told) {
    Matcher line = EXPECTED.matcher(expected);
    assertTrue(line.matches(), () -> "no expectation: " + expected);
    JsonNode found = body.at(line.group(1).equals("/") ? "" : line.group(1));
    String wanted = line.group(3);
    switch (line.group(2)) {
      case "->" -> variables.put(wanted, found.asText());
      case "=" -> assertEquals(json(wanted), found, told);
      case "there" -> assertFalse(found.isMissingNode() || isEmpty(found), told);
      case "missing" -> assertTrue(found.isMissingNode(), told);
      case "number" -> assertTrue(found.isNumber(), told);
      case "has" -> assertTrue(has(found, json(wanted)), told);
      case "size" -> assertEquals(Integer.parseInt(wanted), found.size(), told);
      default -> fail(told);
    }
  }

  private static boolean isEmpty(JsonNode found) {
    return found.isNull() || (found.isContainerNode() ? found.isEmpty() : found.asText().isEmpty());
  }

  private static boolean has(JsonNode list, JsonNode wanted) {
    for (JsonNode each : list) {
      if (each.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }
}
