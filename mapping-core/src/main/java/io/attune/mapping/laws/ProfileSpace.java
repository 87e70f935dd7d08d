package io.attune.mapping.laws;

import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Profiles of a schema to try, numbered: the simplest, then one attribute at a time with each of
 * its values, once among absent and once among filled ones, then mixed by a seed. The same number
 * is always the same profile.
 */
final class ProfileSpace {
  private final ProfileSchema schema;
  private final List<List<@Nullable Object>> values;
  private final List<Integer> slots = new ArrayList<>();
  private final int singles;
  private final long seed;

  /**
   * A space.
   *
   * @param varied the slots that vary; the others are absent
   * @param literals constants of the expressions that read the profiles
   */
  ProfileSpace(ProfileSchema schema, BitSet varied, List<Object> literals, long seed) {
    this.schema = schema;
    this.seed = seed;
    this.values = new ArrayList<>();
    int more = 0;
    for (int slot = 0; slot < schema.size(); slot++) {
      boolean varies = varied.get(slot) && !schema.attribute(slot).isSecret();
      List<@Nullable Object> some = new ArrayList<>();
      if (varies) {
        some.addAll(SampleValues.of(schema.attribute(slot), literals));
        slots.add(slot);
        more += some.size();
      } else {
        some.add(null);
      }
      values.add(some);
    }
    this.singles = more;
  }

  /**
   * How many profiles there are if every combination counts; {@code limit} if that many or more.
   */
  long combinations(long limit) {
    long product = 1;
    for (int slot : slots) {
      product *= values.get(slot).size();
      if (product >= limit) {
        return limit;
      }
    }
    return product;
  }

  /** Every combination in turn, numbered below {@link #combinations}. */
  Profile combination(long number) {
    @Nullable Object[] profile = new @Nullable Object[schema.size()];
    long rest = number;
    for (int slot : slots) {
      List<@Nullable Object> some = values.get(slot);
      profile[slot] = some.get((int) (rest % some.size()));
      rest /= some.size();
    }
    return Profile.ofOwned(schema, profile);
  }

  /** The profile of this number, from 0 without end. */
  Profile sample(int number) {
    @Nullable Object[] profile = new @Nullable Object[schema.size()];
    if (number < 2 * singles) {
      fill(profile, number >= singles);
      single(profile, number % singles);
    } else {
      for (int slot : slots) {
        List<@Nullable Object> some = values.get(slot);
        long mixed = mix(seed + mix(((long) number << 20) + slot));
        profile[slot] = some.get((int) Long.remainderUnsigned(mixed, some.size()));
      }
    }
    return Profile.ofOwned(schema, profile);
  }

  private void fill(@Nullable Object[] profile, boolean filled) {
    for (int slot : slots) {
      List<@Nullable Object> some = values.get(slot);
      profile[slot] = some.get(filled ? Math.min(2, some.size() - 1) : 0);
    }
  }

  private void single(@Nullable Object[] profile, int number) {
    int rest = number;
    for (int slot : slots) {
      List<@Nullable Object> some = values.get(slot);
      if (rest < some.size()) {
        profile[slot] = some.get(rest);
        return;
      }
      rest -= some.size();
    }
  }

  /** The simplest profile that is still a {@code witness}, changing one attribute at a time. */
  Profile shrink(Profile found, Predicate<Profile> witness) {
    Profile smallest = found;
    boolean shrunk = true;
    while (shrunk) {
      shrunk = false;
      for (int slot : slots) {
        List<@Nullable Object> simpler =
            values.get(slot).subList(0, values.get(slot).indexOf(smallest.value(slot)));
        for (Object value : simpler) {
          @Nullable Object[] tried = smallest.toArray();
          tried[slot] = value;
          Profile candidate = Profile.ofOwned(schema, tried);
          if (witness.test(candidate)) {
            smallest = candidate;
            shrunk = true;
            break;
          }
        }
      }
    }
    return smallest;
  }

  /** SplitMix64: every bit of the number reaches every bit of the result. */
  private static long mix(long number) {
    long mixed = number + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
