package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.profile.ExternalName.Selected;
import io.attune.profile.Profile;
import org.jspecify.annotations.Nullable;

/** The element of an array that has a value in a field, and what else stands in it. */
record SelectedShape(Selected selection, ObjectShape shape) {

  /** An element for one profile. */
  record Content(SelectedShape shape, ObjectNode element) {
    /** Whether the selection that looks for this element may find that one in its place. */
    boolean isAlsoFoundIn(JsonNode other) {
      return ExternalPath.matches(other, shape.selection());
    }

    /** Whether that element says everything that this one is for. */
    boolean isSaidBy(JsonNode other) {
      return isAlsoFoundIn(other) && shape.shape().readsTheSame(element, other);
    }
  }

  /** Selections that find the same element. */
  boolean isFor(Selected other) {
    return selection.field().equalsIgnoreCase(other.field())
        && selection.value().toString().equalsIgnoreCase(other.value().toString());
  }

  /** The element with the field that it is selected by; null where it would hold nothing else. */
  @Nullable Content content(Profile profile, boolean withEmptyArrays) {
    ObjectNode inner = shape.of(profile, withEmptyArrays);
    if (inner == null) {
      return null;
    }
    ObjectNode element = JsonNodeFactory.instance.objectNode();
    element.set(selection.field(), field());
    element.setAll(inner);
    return new Content(this, element);
  }

  private JsonNode field() {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (selection.value() instanceof Boolean flag) {
      return nodes.booleanNode(flag);
    }
    return selection.value() instanceof Long number
        ? nodes.numberNode((long) number)
        : nodes.textNode(selection.value().toString());
  }
}
