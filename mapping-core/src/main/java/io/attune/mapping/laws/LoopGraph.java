package io.attune.mapping.laws;

import io.attune.expression.ExpressionFacts;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which attribute is written from which: user attributes are nodes from 0, app attributes follow.
 */
final class LoopGraph {
  private final int users;
  private final List<BitSet> reads = new ArrayList<>();

  /**
   * The graph of two tables.
   *
   * @param toOkta by slot of the user schema, null where nothing is written on update
   * @param toApp by slot of the app schema, null where nothing is written on update
   */
  LoopGraph(
      ProfileSchema user,
      ProfileSchema app,
      List<@Nullable ExpressionFacts> toOkta,
      List<@Nullable ExpressionFacts> toApp) {
    this.users = user.size();
    for (ExpressionFacts facts : toOkta) {
      reads.add(facts == null ? new BitSet() : nodes(facts.appAttributes(), app, users));
    }
    for (ExpressionFacts facts : toApp) {
      BitSet read = facts == null ? new BitSet() : nodes(facts.userAttributes(), user, 0);
      if (facts != null) {
        read.or(nodes(facts.appAttributes(), app, users));
      }
      reads.add(read);
    }
  }

  private static BitSet nodes(SortedSet<String> names, ProfileSchema schema, int offset) {
    BitSet nodes = new BitSet();
    names.forEach(name -> nodes.set(schema.slot(name) + offset));
    return nodes;
  }

  /** Everything that a node is made from, over any number of steps. */
  BitSet sources(int node) {
    BitSet sources = new BitSet();
    BitSet next = (BitSet) reads.get(node).clone();
    while (!next.isEmpty()) {
      int each = next.nextSetBit(0);
      next.clear(each);
      if (!sources.get(each)) {
        sources.set(each);
        next.or(reads.get(each));
      }
    }
    return sources;
  }

  /** What a node reads itself. */
  BitSet reads(int node) {
    return reads.get(node);
  }

  /** Groups of nodes that are all made from one another, by their first node. */
  List<BitSet> cycles() {
    List<BitSet> sources = new ArrayList<>();
    for (int node = 0; node < reads.size(); node++) {
      sources.add(sources(node));
    }
    List<BitSet> cycles = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int node = 0; node < reads.size(); node++) {
      if (!seen.get(node) && sources.get(node).get(node)) {
        BitSet cycle = new BitSet();
        for (int other = 0; other < reads.size(); other++) {
          if (sources.get(node).get(other) && sources.get(other).get(node)) {
            cycle.set(other);
          }
        }
        seen.or(cycle);
        cycles.add(cycle);
      }
    }
    return cycles;
  }

  /** The user slots among some nodes. */
  BitSet userSlots(BitSet nodes) {
    return nodes.get(0, users);
  }

  /** The app slots among some nodes. */
  BitSet appSlots(BitSet nodes) {
    return nodes.get(users, reads.size());
  }
}
