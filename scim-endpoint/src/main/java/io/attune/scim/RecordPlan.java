package io.attune.scim;

import io.attune.profile.ExternalName.Element;
import io.attune.profile.ExternalName.Member;
import io.attune.profile.ExternalName.Selected;
import io.attune.profile.ExternalName.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the attributes of a schema stand in a record, as a tree that a parser's tokens walk down:
 * each name of an object is looked up once, whatever the number of attributes.
 */
final class RecordPlan {
  private final RecordNames names;
  private final Node root = new Node();

  RecordPlan(RecordNames names) {
    this.names = names;
  }

  Node root() {
    return root;
  }

  /** A place in a record. */
  static final class Node {
    /** The attributes whose value stands here. */
    int[] slots = new int[0];

    /** What is taken from elements, where an array stands here. */
    final List<Pick> picks = new ArrayList<>();

    private @Nullable Node[] members = new @Nullable Node[0];

    /** The place below, by the number of its name; null where nothing is wanted. */
    @Nullable Node member(int name) {
      return name < members.length ? members[name] : null;
    }

    private Node orNew(int name) {
      if (name >= members.length) {
        members = Arrays.copyOf(members, name + 1);
      }
      Node node = members[name];
      if (node == null) {
        node = new Node();
        members[name] = node;
      }
      return node;
    }

    private void addSlot(int slot) {
      slots = Arrays.copyOf(slots, slots.length + 1);
      slots[slots.length - 1] = slot;
    }
  }

  /**
   * A member of one element of an array.
   *
   * @param index the element's place, or negative where a field tells which
   * @param field the number of the name of that field
   * @param value what the field must be, compared without case
   * @param leaf the number of the name of the member
   * @param slot the attribute
   */
  record Pick(int index, int field, String value, int leaf, int slot) {}

  /**
   * Wants the member of a record that has an attribute's name.
   *
   * @return false if this tree cannot hold it: another attribute's name differs only in case
   */
  boolean addMember(String name, int slot) {
    int number = names.number(name);
    if (number == RecordNames.NONE || root.orNew(number).slots.length > 0) {
      return false;
    }
    root.orNew(number).addSlot(slot);
    return true;
  }

  /**
   * Wants what stands at a path.
   *
   * @return false if this tree cannot hold such a path
   */
  boolean add(@Nullable String namespace, ExternalPath path, int slot) {
    Node node = root;
    if (namespace != null) {
      int number = names.number(namespace);
      if (number == RecordNames.NONE) {
        return false;
      }
      node = root.orNew(number);
    }
    List<Step> steps = path.steps();
    for (int at = 0; at < steps.size(); at++) {
      if (!(steps.get(at) instanceof Member name)) {
        return addPick(node, steps.subList(at, steps.size()), slot);
      }
      int number = names.number(name.name());
      if (number == RecordNames.NONE) {
        return false;
      }
      node = node.orNew(number);
    }
    node.addSlot(slot);
    return node.picks.isEmpty();
  }

  private boolean addPick(Node node, List<Step> steps, int slot) {
    if (steps.size() != 2 || !(steps.get(1) instanceof Member leaf) || node.slots.length > 0) {
      return false;
    }
    int leafName = names.number(leaf.name());
    int field = RecordNames.NONE;
    int index = RecordNames.NONE;
    String value = "";
    if (steps.get(0) instanceof Selected selection) {
      field = names.number(selection.field());
      value = selection.value().toString();
    } else if (steps.get(0) instanceof Element place) {
      index = place.index();
    }
    node.picks.add(new Pick(index, field, value, leafName, slot));
    return leafName != RecordNames.NONE && (index >= 0 || field != RecordNames.NONE);
  }
}
