package io.attune.expression.spel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed expression. Left-associative chains, ladders of conditions and paths are lists, so the
 * depth of a tree is bounded by {@link Limits#DEPTH}. Source: expression-language 1.
 */
public sealed interface Syntax {

  /** What a message points at: a literal, a name, or the operator's own token. */
  Place place();

  /** Where the text of this expression begins, in UTF-16 units from 0. */
  default int start() {
    return place().offset();
  }

  /** Null, a {@link Boolean}, {@link Long}, finite {@link Double} or {@link String}. */
  record Literal(Place place, @Nullable Object value) implements Syntax {}

  /** {@code {a, b}}. */
  record ListOf(Place place, List<Syntax> elements) implements Syntax {}

  /** {@code {'key': value}}. */
  record MapOf(Place place, List<Entry> entries) implements Syntax {}

  /** One pair of a {@link MapOf}. */
  record Entry(Place place, String key, Syntax value) {}

  /** A bare name. */
  record Name(Place place, String name) implements Syntax {}

  /** {@code f(a, b)} on nothing. */
  record Call(Place place, String name, List<Syntax> arguments) implements Syntax {}

  /** A base with one or more steps: {@code a.b[0].c(d)}. */
  record Path(Place place, Syntax base, List<Step> steps) implements Syntax {
    @Override
    public int start() {
      return base.start();
    }
  }

  /** {@code !operand}. */
  record Not(Place place, Syntax operand) implements Syntax {}

  /** {@code -operand}, or {@code +operand} where {@code minus} is false. */
  record Signed(Place place, boolean minus, Syntax operand) implements Syntax {}

  /** Operators of one precedence, from left to right: {@code a + b - c}. */
  record Chain(Place place, Syntax first, List<Link> links) implements Syntax {
    @Override
    public int start() {
      return first.start();
    }
  }

  /** One operator of a {@link Chain} and what stands behind it. */
  record Link(Place place, Operator operator, Syntax operand) {}

  /** {@code a == b} and its kin, {@code a matches 'b'} among them; it does not chain. */
  record Comparison(Place place, Operator operator, Syntax left, Syntax right) implements Syntax {
    @Override
    public int start() {
      return left.start();
    }
  }

  /** {@code c1 ? v1 : c2 ? v2 : otherwise}. */
  record Choice(Place place, List<Arm> arms, Syntax otherwise) implements Syntax {
    @Override
    public int start() {
      return arms.get(0).condition().start();
    }
  }

  /** One condition of a {@link Choice} with what holds then. */
  record Arm(Syntax condition, Syntax value) {}

  /** {@code a ?: b ?: c}: the first that is neither null nor blank, else the last. */
  record FirstOf(Place place, List<Syntax> options) implements Syntax {
    @Override
    public int start() {
      return options.get(0).start();
    }
  }

  /** One step of a {@link Path}. */
  sealed interface Step {
    /** The step's name or bracket. */
    Place place();

    /** Whether it is written {@code ?.}. */
    boolean safe();
  }

  /** {@code .name}, or {@code ['name']} where {@code quoted}. */
  record Member(Place place, String name, boolean safe, boolean quoted) implements Step {}

  /** {@code [index]}. */
  record Index(Place place, long index) implements Step {
    @Override
    public boolean safe() {
      return false;
    }
  }

  /** {@code .name(arguments)}. */
  record Invoke(Place place, String name, List<Syntax> arguments, boolean safe) implements Step {}

  /** {@code .![name]}. */
  record Project(Place place, List<String> names) implements Step {
    @Override
    public boolean safe() {
      return false;
    }
  }
}
