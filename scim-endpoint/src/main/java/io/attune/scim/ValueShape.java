package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.json.Surrogates;
import io.attune.profile.ExternalName.Step;
import io.attune.profile.Profile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The value of one attribute. */
record ValueShape(int slot) implements Shape {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Override
  public @Nullable JsonNode of(Profile profile, boolean withEmptyArrays) {
    Object value = profile.value(slot);
    if (value instanceof List<?> list) {
      return list.isEmpty() && !withEmptyArrays ? null : array(list);
    }
    return value == null ? null : scalar(value);
  }

  private static @Nullable JsonNode array(List<?> list) {
    ArrayNode array = NODES.arrayNode(list.size());
    for (Object element : list) {
      JsonNode node = scalar(element);
      if (node == null) {
        return null;
      }
      array.add(node);
    }
    return array;
  }

  /** A scalar; null for what no JSON text can hold. */
  private static @Nullable JsonNode scalar(Object value) {
    if (value instanceof String text) {
      return Surrogates.arePaired(text) ? NODES.textNode(text) : null;
    }
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Long number) {
      return NODES.numberNode((long) number);
    }
    return value instanceof Double number ? NODES.numberNode((double) number) : null;
  }

  @Override
  public boolean readsTheSame(@Nullable JsonNode one, @Nullable JsonNode other) {
    return Objects.equals(one, other);
  }

  @Override
  public boolean put(List<Step> rest, ValueShape value) {
    return false;
  }
}
