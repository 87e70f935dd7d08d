package io.attune.json;

import io.attune.expression.Direction;
import io.attune.expression.Issue;
import io.attune.json.JsonValue.JsonObject;
import io.attune.json.JsonValue.JsonText;
import io.attune.json.JsonValue.Member;
import io.attune.mapping.AttributeMapping;
import io.attune.mapping.MappingIssue;
import io.attune.mapping.MappingTable;
import io.attune.mapping.OnError;
import io.attune.mapping.PushStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file: {@code {"toOkta":{"properties":{…}},"toApp":{…}}}, each side an object of Okta's
 * Mappings API. Source: formats, Workspace; okta-behaviour 1.1.
 */
public final class MappingDocument {
  private static final Set<String> EXPORTED = Set.of("id", "source", "target", "_links");

  private final JsonDocument json;
  private final List<Problem> problems;
  private final Map<Direction, Side> sides;

  /** One direction as it was read; {@code texts} and {@code keys} are by target attribute. */
  private record Side(
      MappingTable table,
      SortedMap<String, OnError> onError,
      Map<String, JsonText> texts,
      Map<String, Place> keys,
      List<Problem> problems) {
    static final Side EMPTY =
        new Side(
            MappingTable.EMPTY,
            Collections.unmodifiableSortedMap(new TreeMap<>()),
            Map.of(),
            Map.of(),
            List.of());
  }

  private MappingDocument(JsonDocument json, List<Problem> problems, Map<Direction, Side> sides) {
    this.json = json;
    this.problems = List.copyOf(problems);
    this.sides = sides;
  }

  /** Reads both tables; what is wrong is among the {@link #problems()}, the rest is there. */
  public static MappingDocument read(JsonDocument json) {
    List<Problem> problems = new ArrayList<>(json.problems());
    Map<Direction, Side> sides = new LinkedHashMap<>();
    if (json.root() instanceof JsonObject root) {
      FieldReader fields = new FieldReader(root, problems);
      sides.put(Direction.TO_OKTA, side(fields.object("toOkta")));
      sides.put(Direction.TO_APP, side(fields.object("toApp")));
      sides.values().forEach(side -> problems.addAll(side.problems()));
      fields.warnOfOthers(Set.of());
    } else if (json.root() != null) {
      String message = "a mapping file must be an object";
      problems.add(Problem.error(Place.START, ProblemCode.WRONG_TYPE, message, ""));
    }
    return new MappingDocument(json, problems, sides);
  }

  private static Side side(@Nullable JsonObject side) {
    if (side == null) {
      return Side.EMPTY;
    }
    List<Problem> problems = new ArrayList<>();
    FieldReader fields = new FieldReader(side, problems);
    JsonObject properties = fields.object("properties");
    fields.warnOfOthers(EXPORTED);
    List<AttributeMapping> mappings = new ArrayList<>();
    SortedMap<String, OnError> onError = new TreeMap<>();
    Map<String, JsonText> texts = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    for (Member member : properties == null ? List.<Member>of() : properties.members()) {
      keys.put(member.name(), member.namePlace());
      if (member.value() instanceof JsonObject row) {
        row(member, row, problems, mappings, onError, texts);
      } else if (!(member.value() instanceof JsonValue.JsonNull)) {
        String message = "`" + member.name() + "` must be an object with an `expression`";
        problems.add(Problem.error(member.value().place(), ProblemCode.WRONG_TYPE, message, ""));
      }
    }
    SortedMap<String, OnError> policies = Collections.unmodifiableSortedMap(onError);
    return new Side(new MappingTable(mappings), policies, texts, keys, List.copyOf(problems));
  }

  private static void row(
      Member member,
      JsonObject row,
      List<Problem> problems,
      List<AttributeMapping> mappings,
      SortedMap<String, OnError> onError,
      Map<String, JsonText> texts) {
    FieldReader fields = new FieldReader(row, problems);
    JsonText expression = fields.textNode("expression");
    PushStatus pushStatus =
        fields.choice("pushStatus", List.of(PushStatus.values()), PushStatus::name);
    OnError policy = fields.choice("onError", List.of(OnError.values()), OnError::name);
    fields.warnOfOthers(Set.of());
    if (policy != null) {
      onError.put(member.name(), policy);
    }
    if (expression != null) {
      texts.put(member.name(), expression);
      mappings.add(new AttributeMapping(member.name(), expression.value(), pushStatus));
    } else if (row.get("expression") == null) {
      String message = "`" + member.name() + "` has no `expression`";
      String hint = "to map nothing, write `null` or leave the attribute out";
      problems.add(Problem.error(row.place(), ProblemCode.MISSING_KEY, message, hint));
    }
  }

  /** The To Okta table, of the rows that could be read. */
  public MappingTable toOkta() {
    return side(Direction.TO_OKTA).table();
  }

  /** The To App table, of the rows that could be read. */
  public MappingTable toApp() {
    return side(Direction.TO_APP).table();
  }

  /** What a failure does, for the attributes that say so themselves. */
  public SortedMap<String, OnError> onError(Direction direction) {
    return side(direction).onError();
  }

  /** What is wrong with the rows of one direction. */
  public List<Problem> problems(Direction direction) {
    return side(direction).problems();
  }

  /** What is wrong with the file as such; expressions are checked by compiling the tables. */
  public List<Problem> problems() {
    return problems;
  }

  /** Where the row of a target attribute stands. */
  public Place place(Direction direction, String target) {
    return side(direction).keys().getOrDefault(target, Place.START);
  }

  /** The issues of a compiled table at their places in this file, in the order of the file. */
  public List<Problem> locate(Direction direction, List<MappingIssue> issues) {
    return issues.stream()
        .map(issue -> locate(direction, issue))
        .sorted((left, right) -> left.place().compareTo(right.place()))
        .toList();
  }

  private Problem locate(Direction direction, MappingIssue mapping) {
    Issue.Severity severity = mapping.isError() ? Issue.Severity.ERROR : Issue.Severity.WARNING;
    Issue issue = mapping.issue();
    JsonText text = side(direction).texts().get(mapping.target());
    if (issue == null || text == null) {
      Place place = place(direction, mapping.target());
      return new Problem(
          place, severity, mapping.code(), mapping.message(), mapping.hint(), List.of());
    }
    return new Problem(
        json.within(text, issue.column()),
        severity,
        mapping.code(),
        mapping.message(),
        mapping.hint(),
        issue.caret(text.value()).lines().toList());
  }

  private Side side(Direction direction) {
    return sides.getOrDefault(direction, Side.EMPTY);
  }
}
