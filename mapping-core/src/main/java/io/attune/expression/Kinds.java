package io.attune.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Which kinds a value may have, as far as the compiler knows: a set, {@link Kind#NULL} among its
 * members where the value may be null.
 *
 * @param bits the {@link Kind#bit()}s of its members
 */
record Kinds(int bits) {
  /** How {@link #label} names a set that leaves everything open. */
  static final String ANY = "any value";

  static final Kinds NONE = new Kinds(0);
  static final Kinds NULL = of(Kind.NULL);
  static final Kinds TEXT = of(Kind.STRING);
  static final Kinds BOOLEAN = of(Kind.BOOLEAN);
  static final Kinds INTEGER = of(Kind.INTEGER);
  static final Kinds NUMBER = of(Kind.NUMBER);
  static final Kinds NUMERIC = of(Kind.INTEGER, Kind.NUMBER);

  /** What a parameter that wants text takes: numbers and booleans are rendered. */
  static final Kinds TEXTUAL = of(Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN);

  static final Kinds ARRAYS =
      of(
          Kind.STRING_ARRAY,
          Kind.BOOLEAN_ARRAY,
          Kind.INTEGER_ARRAY,
          Kind.NUMBER_ARRAY,
          Kind.GROUP_ARRAY,
          Kind.ARRAY);

  /** What an attribute of unknown kind may hold. */
  static final Kinds UNKNOWN = TEXTUAL.or(ARRAYS).or(NULL);

  /** What a value of a profile may be: the closed values. */
  static final Kinds CLOSED = UNKNOWN.without(of(Kind.GROUP_ARRAY));

  static Kinds of(Kind... kinds) {
    int bits = 0;
    for (Kind kind : kinds) {
      bits |= kind.bit();
    }
    return new Kinds(bits);
  }

  Kinds or(Kinds other) {
    return new Kinds(bits | other.bits);
  }

  Kinds and(Kinds other) {
    return new Kinds(bits & other.bits);
  }

  Kinds without(Kinds other) {
    return new Kinds(bits & ~other.bits);
  }

  Kinds orNull() {
    return or(NULL);
  }

  Kinds notNull() {
    return without(NULL);
  }

  boolean has(Kind kind) {
    return (bits & kind.bit()) != 0;
  }

  boolean meets(Kinds other) {
    return (bits & other.bits) != 0;
  }

  /** Whether every value of this set is also of the other. */
  boolean within(Kinds other) {
    return (bits & ~other.bits) == 0;
  }

  /** Whether the value, where it is not null, can only be of this kind. */
  boolean isOnly(Kind kind) {
    return notNull().equals(of(kind));
  }

  boolean mayBeNull() {
    return has(Kind.NULL);
  }

  boolean isAlwaysNull() {
    return equals(NULL);
  }

  /** The kinds of the elements of the arrays among these. */
  Kinds elements() {
    Kinds elements = NONE;
    for (Kind kind : List.of(Kind.STRING, Kind.BOOLEAN, Kind.INTEGER, Kind.NUMBER, Kind.GROUP)) {
      if (has(kind.array())) {
        elements = elements.or(of(kind));
      }
    }
    return has(Kind.ARRAY) ? UNKNOWN.or(elements) : elements;
  }

  /** In words: {@code string or null}; unknown attributes are {@code any value}. */
  String label() {
    if (UNKNOWN.notNull().within(this) || CLOSED.notNull().within(this)) {
      return ANY;
    }
    Kinds named =
        ARRAYS.without(of(Kind.GROUP_ARRAY)).within(this)
            ? without(ARRAYS).or(of(Kind.ARRAY))
            : this;
    List<String> labels = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind != Kind.NULL && named.has(kind)) {
        labels.add(kind.label());
      }
    }
    if (named.mayBeNull()) {
      labels.add(Kind.NULL.label());
    }
    return labels.isEmpty() ? "nothing" : String.join(" or ", labels);
  }
}
