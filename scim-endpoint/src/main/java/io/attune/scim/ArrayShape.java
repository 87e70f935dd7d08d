package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.profile.ExternalName.Element;
import io.attune.profile.ExternalName.Selected;
import io.attune.profile.ExternalName.Step;
import io.attune.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An array that several attributes share: some fill the element at a place, some the element that
 * has a value in a field. Source: okta-behaviour 1.6.39.
 */
final class ArrayShape implements Shape {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SortedMap<Integer, Shape> placed = new TreeMap<>();
  private final List<SelectedShape> selected = new ArrayList<>();

  @Override
  public @Nullable JsonNode of(Profile profile, boolean withEmptyArrays) {
    SortedMap<Integer, JsonNode> fixed = new TreeMap<>();
    for (Map.Entry<Integer, Shape> each : placed.entrySet()) {
      JsonNode element = each.getValue().of(profile, withEmptyArrays);
      if (element != null) {
        fixed.put(each.getKey(), element);
      }
    }
    ElementOrder waiting = new ElementOrder(contents(profile, withEmptyArrays), fixed.values());
    ArrayNode array = NODES.arrayNode();
    int places = placed.isEmpty() ? 0 : placed.lastKey() + 1;
    for (int place = 0; place < places; place++) {
      array.add(at(place, fixed.get(place), waiting));
    }
    if (waiting.isEmpty()) {
      dropGapsAtTheEnd(array);
    }
    while (!waiting.isEmpty()) {
      array.add(waiting.take());
    }
    return array.isEmpty() ? null : array;
  }

  private List<SelectedShape.Content> contents(Profile profile, boolean withEmptyArrays) {
    List<SelectedShape.Content> contents = new ArrayList<>();
    for (SelectedShape shape : selected) {
      SelectedShape.Content content = shape.content(profile, withEmptyArrays);
      if (content != null) {
        contents.add(content);
      }
    }
    return contents;
  }

  /**
   * What stands at a place: an element that waits for any place, if all that is read from this one
   * stays as it is; else its own, or one without content.
   */
  private JsonNode at(int place, @Nullable JsonNode own, ElementOrder waiting) {
    Shape shape = placed.get(place);
    JsonNode other = waiting.takeIf(element -> shape == null || shape.readsTheSame(own, element));
    if (other != null) {
      return other;
    }
    return own == null ? gap(shape) : own;
  }

  private static void dropGapsAtTheEnd(ArrayNode array) {
    while (!array.isEmpty()) {
      JsonNode last = array.get(array.size() - 1);
      boolean gap = last.isNull() || (last.isObject() && last.isEmpty());
      if (!gap) {
        return;
      }
      array.remove(array.size() - 1);
    }
  }

  private static JsonNode gap(@Nullable Shape shape) {
    return shape instanceof ValueShape ? NODES.nullNode() : NODES.objectNode();
  }

  @Override
  public boolean readsTheSame(@Nullable JsonNode one, @Nullable JsonNode other) {
    return Objects.equals(one, other);
  }

  @Override
  public boolean put(List<Step> rest, ValueShape value) {
    if (rest.isEmpty()) {
      return false;
    }
    List<Step> inner = rest.subList(1, rest.size());
    if (rest.get(0) instanceof Element element) {
      Shape taken = placed.get(element.index());
      if (taken != null) {
        return taken.put(inner, value);
      }
      Shape shape = Shape.empty(inner, value);
      placed.put(element.index(), shape);
      return inner.isEmpty() || shape.put(inner, value);
    }
    return rest.get(0) instanceof Selected selection && shape(selection).put(inner, value);
  }

  private ObjectShape shape(Selected selection) {
    for (SelectedShape each : selected) {
      if (each.isFor(selection)) {
        return each.shape();
      }
    }
    SelectedShape added = new SelectedShape(selection, new ObjectShape());
    selected.add(added);
    return added.shape();
  }
}
