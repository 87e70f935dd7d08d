package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scim.SelectedShape.Content;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one array in an order in which each selection finds its own first. A primary
 * e-mail of type {@code work} is also found by {@code emails.^[type=="work"]}, so what that
 * selection is for stands before it; or is left out, where the primary e-mail says the same.
 */
final class ElementOrder {
  private final List<Content> waiting;

  /** For each of all elements the one that stands for it: itself, or one that says the same. */
  private final List<Stand> stands = new ArrayList<>();

  private record Stand(Content wanted, Content by) {}

  /**
   * @param contents in the order of the schema
   * @param fixed elements that have a place of their own; what they say needs no other
   */
  ElementOrder(List<Content> contents, Collection<JsonNode> fixed) {
    this.waiting = new ArrayList<>(contents);
    waiting.removeIf(content -> fixed.stream().anyMatch(content::isSaidBy));
    for (Content content : List.copyOf(waiting)) {
      stands.add(new Stand(content, standingFor(content)));
    }
  }

  private Content standingFor(Content content) {
    boolean standsForAnother = stands.stream().anyMatch(stand -> stand.by().equals(content));
    for (Content other : List.copyOf(waiting)) {
      if (!standsForAnother && !other.equals(content) && content.isSaidBy(other.element())) {
        waiting.remove(content);
        return other;
      }
    }
    return content;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The next element: the first of the schema, as far as the selections allow. */
  JsonNode take() {
    JsonNode next = takeIf(element -> true);
    return next == null ? waiting.remove(0).element() : next;
  }

  /** The next element that fits; null if there is none, or the selections forbid it here. */
  @Nullable JsonNode takeIf(Predicate<JsonNode> fits) {
    for (Content each : waiting) {
      if (fits.test(each.element()) && mayComeNext(each)) {
        waiting.remove(each);
        return each.element();
      }
    }
    return null;
  }

  /** Whether no selection whose own element still waits would find this one. */
  private boolean mayComeNext(Content each) {
    return stands.stream()
        .allMatch(
            stand ->
                Objects.equals(stand.by(), each)
                    || !waiting.contains(stand.by())
                    || !stand.wanted().isAlsoFoundIn(each.element()));
  }
}
