package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.profile.ExternalName.Member;
import io.attune.profile.ExternalName.Step;
import io.attune.profile.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose members have one spelling each: the first that a path gives them. */
final class ObjectShape implements Shape {
  private record Named(String name, Shape shape) {}

  private final Map<String, Named> members = new LinkedHashMap<>();

  @Override
  public @Nullable ObjectNode of(Profile profile, boolean withEmptyArrays) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Named member : members.values()) {
      JsonNode value = member.shape().of(profile, withEmptyArrays);
      if (value != null) {
        object.set(member.name(), value);
      }
    }
    return object.isEmpty() ? null : object;
  }

  @Override
  public boolean readsTheSame(@Nullable JsonNode one, @Nullable JsonNode other) {
    return members.values().stream()
        .allMatch(
            member ->
                member.shape().readsTheSame(read(one, member.name()), read(other, member.name())));
  }

  private static @Nullable JsonNode read(@Nullable JsonNode node, String name) {
    return node == null ? null : ExternalPath.member(node, name);
  }

  @Override
  public boolean put(List<Step> rest, ValueShape value) {
    if (rest.isEmpty() || !(rest.get(0) instanceof Member member)) {
      return false;
    }
    List<Step> inner = rest.subList(1, rest.size());
    String key = member.name().toLowerCase(Locale.ROOT);
    Named taken = members.get(key);
    if (taken != null) {
      return taken.shape().put(inner, value);
    }
    Shape shape = Shape.empty(inner, value);
    members.put(key, new Named(member.name(), shape));
    return inner.isEmpty() || shape.put(inner, value);
  }
}
