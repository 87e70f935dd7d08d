package io.attune.plan.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.attune.plan.PlannedChange.PlannedValue;
import io.attune.plan.PlannedChange.Target;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the two values of a change: names and rules of the configuration, which are
 * the same for very many people, encoded once for all lines of a plan.
 */
final class ChangeForms {
  private final Map<Names, Form> forms = new HashMap<>();
  private @Nullable Form last;

  /** What tells one form from another. */
  private record Names(Target on, String attribute, @Nullable String by, @Nullable String source) {
    boolean areOf(PlannedValue value) {
      return on == value.on()
          && attribute.equals(value.attribute())
          && Objects.equals(by, value.by())
          && Objects.equals(source, value.source());
    }
  }

  /** A change without its values. */
  static final class Form {
    private final Names names;
    private final byte[] start;
    private final byte[] end;

    /** The form that came after this one the last time. */
    private @Nullable Form next;

    private Form(Names names) {
      this.names = names;
      Piece before = new Piece(names.on() == Target.APP_USER ? "{\"on\":\"appuser\"," : "{");
      this.start = before.json("\"attribute\":").name(names.attribute()).json(",\"from\":").bytes();
      Piece after = new Piece("");
      if (names.by() != null) {
        after.json(",\"by\":").name(names.by());
      }
      if (names.source() != null) {
        after.json(",\"source\":").name(names.source());
      }
      this.end = after.json("}").bytes();
    }

    /** Everything before the value that was. */
    byte[] start() {
      return start;
    }

    /** Everything after the value that will be. */
    byte[] end() {
      return end;
    }
  }

  /** The form of a change. */
  Form of(PlannedValue value) {
    // Changes come in the order of slots, so what came next is likely to come next again.
    Form form = last == null ? null : last.next;
    if (form == null || !form.names.areOf(value)) {
      Names names = new Names(value.on(), value.attribute(), value.by(), value.source());
      form = forms.computeIfAbsent(names, Form::new);
      if (last != null) {
        last.next = form;
      }
    }
    last = form;
    return form;
  }

  private static final class Piece {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Piece(String json) {
      json(json);
    }

    Piece json(String json) {
      bytes.writeBytes(json.getBytes(StandardCharsets.US_ASCII));
      return this;
    }

    Piece name(String name) {
      bytes.write('"');
      bytes.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(name));
      bytes.write('"');
      return this;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
