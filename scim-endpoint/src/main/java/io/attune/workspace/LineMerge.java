package io.attune.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes one change of a line back and keeps what came after it: field by field, inside {@code
 * profile} and {@code credentials} attribute by attribute, and member by member in {@code members}.
 * A field that has changed again since is in the way.
 */
final class LineMerge {
  private static final Set<String> NESTED = Set.of("profile", "credentials");
  private static final String MEMBERS = "members";
  private static final String LAST_UPDATED = "lastUpdated";

  private final List<String> inTheWay = new ArrayList<>();
  private boolean changed;

  private LineMerge() {}

  /**
   * A line with one change taken back.
   *
   * @param line what it comes to
   * @param inTheWay names of fields that have changed again since, such as {@code profile.title}
   */
  record Merged(ObjectNode line, List<String> inTheWay) {}

  /**
   * Takes a change back.
   *
   * @param time becomes {@code lastUpdated} if anything changes
   */
  static Merged of(ObjectNode before, ObjectNode after, ObjectNode now, String time) {
    LineMerge merge = new LineMerge();
    ObjectNode line = now.deepCopy();
    merge.fields("", before, after, line);
    if (merge.changed && line.has(LAST_UPDATED)) {
      line.put(LAST_UPDATED, time);
    }
    return new Merged(line, List.copyOf(merge.inTheWay));
  }

  private void fields(String path, ObjectNode before, ObjectNode after, ObjectNode now) {
    Set<String> names = new TreeSet<>(Bytes.ORDER);
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode old = before.get(name);
      JsonNode made = after.get(name);
      if (name.equals(LAST_UPDATED) || isSame(old, made)) {
        continue;
      }
      JsonNode current = now.get(name);
      if (path.isEmpty() && NESTED.contains(name) && current instanceof ObjectNode nested) {
        fields(name + ".", object(old), object(made), nested);
      } else if (isSame(current, made)) {
        changed = true;
        if (old == null) {
          now.remove(name);
        } else {
          now.set(name, old);
        }
      } else if (name.equals(MEMBERS) && current instanceof ArrayNode members) {
        members(old, made, members);
      } else if (!isSame(current, old)) {
        inTheWay.add(path + name);
      }
    }
  }

  private void members(@Nullable JsonNode old, @Nullable JsonNode made, ArrayNode current) {
    List<String> before = texts(old);
    List<String> after = texts(made);
    for (Iterator<JsonNode> each = current.iterator(); each.hasNext(); ) {
      String member = each.next().asText();
      if (after.contains(member) && !before.contains(member)) {
        each.remove();
        changed = true;
      }
    }
    List<String> now = texts(current);
    for (String member : before) {
      if (!after.contains(member) && !now.contains(member)) {
        current.add(member);
        changed = true;
      }
    }
  }

  private static List<String> texts(@Nullable JsonNode array) {
    List<String> texts = new ArrayList<>();
    if (array != null) {
      array.forEach(each -> texts.add(each.asText()));
    }
    return texts;
  }

  private static ObjectNode object(@Nullable JsonNode node) {
    return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  private static boolean isSame(@Nullable JsonNode left, @Nullable JsonNode right) {
    return left == null ? right == null : left.equals(right);
  }
}
