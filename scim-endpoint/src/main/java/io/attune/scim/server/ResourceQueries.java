package io.attune.scim.server;

import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import io.attune.store.Condition;
import io.attune.store.FoundResource;
import io.attune.store.ResourceKind;
import io.attune.store.ResourceOrder;
import io.attune.store.ResourceStore;
import io.attune.store.StoredResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers lists: by the database as far as it can say the filter, for the rest by reading bodies
 * one after the other, holding a page at most.
 */
final class ResourceQueries {
  /** How long bodies may be read for one answer. */
  static final long MOST_SCAN_NANOS = 5_000_000_000L;

  private final ResourceStore store;
  private final LongSupplier nanoTime;

  /**
   * Over a store.
   *
   * @param nanoTime what the time that bodies are read for is measured by, as {@link
   *     System#nanoTime}
   */
  ResourceQueries(ResourceStore store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  /**
   * A list that is wanted.
   *
   * @param filter what must hold, or null
   * @param sortBy the attribute to sort by, or null
   * @param startIndex the first one wanted, from 1
   * @param count how many are wanted
   */
  record Wanted(
      @Nullable Filter filter,
      @Nullable String sortBy,
      boolean ascending,
      long startIndex,
      int count) {

    /** What the library and the request's own filter ask for. */
    static Wanted of(
        Context context,
        @Nullable SchemaAttribute sortBy,
        @Nullable SortOrder sortOrder,
        long startIndex,
        int count) {
      return new Wanted(
          ((RequestContext) context).filter(),
          sortBy == null ? null : sortBy.getScimNodeName(),
          sortOrder != SortOrder.DESCENDING,
          startIndex,
          count);
    }
  }

  /**
   * An answer.
   *
   * @param total how many there are in all
   * @param found those of the page
   */
  record Page(long total, List<FoundResource> found) {}

  Page page(String app, ResourceKind kind, Wanted wanted) {
    ResourceOrder order = order(wanted.sortBy());
    FilterParts filter = FilterParts.of(wanted.filter(), kind);
    Condition said = filter.said();
    if (filter.left() != null) {
      return scan(app, kind, said, filter.left(), order, wanted);
    }
    long before = wanted.startIndex() - 1;
    List<FoundResource> found =
        wanted.count() == 0
            ? List.of()
            : store.page(app, kind, said, order, wanted.ascending(), before, wanted.count());
    // A page with room left ends the list, and so says how long that is; one past the end does not.
    boolean ends = found.size() < wanted.count() && (before == 0 || !found.isEmpty());
    return new Page(ends ? before + found.size() : store.count(app, kind, said), found);
  }

  private Page scan(
      String app,
      ResourceKind kind,
      Condition said,
      Filter left,
      ResourceOrder order,
      Wanted wanted) {
    long start = nanoTime.getAsLong();
    List<FoundResource> found = new ArrayList<>();
    long[] total = {0};
    store.scan(
        app,
        kind,
        said,
        order,
        wanted.ascending(),
        row -> {
          if (nanoTime.getAsLong() - start > MOST_SCAN_NANOS) {
            throw Refusal.of(
                400, "tooMany", "this filter has no index and takes too long; ask for less");
          }
          if (holds(left, row)) {
            total[0]++;
            if (total[0] >= wanted.startIndex() && found.size() < wanted.count()) {
              found.add(new FoundResource(row, true));
            }
          }
        });
    return new Page(total[0], found);
  }

  private static boolean holds(Filter filter, StoredResource row) {
    try {
      return FilterEvaluator.evaluate(filter, ResourceRows.filterable(row));
    } catch (ScimException e) {
      throw Refusal.of(
          400,
          "invalidFilter",
          "the filter compares what cannot be compared: "
              + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    }
  }

  private static ResourceOrder order(@Nullable String sortBy) {
    if (sortBy == null) {
      return ResourceOrder.CREATION;
    }
    String name = sortBy.substring(sortBy.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "username" -> ResourceOrder.USER_NAME;
      case "displayname" -> ResourceOrder.DISPLAY_NAME;
      case "externalid" -> ResourceOrder.EXTERNAL_ID;
      case "id" -> ResourceOrder.ID;
      case "meta.lastmodified" -> ResourceOrder.LAST_MODIFIED;
      case "meta.created" -> ResourceOrder.CREATION;
      default ->
          throw Refusal.of(
              400,
              "invalidPath",
              "lists are sorted by userName, displayName, externalId, id, meta.created or"
                  + " meta.lastModified");
    };
  }
}
