package io.attune.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a schema may not do, whoever uses it: compares the schema before with the one
 * after. Source: okta-behaviour 2.1, 2.8, 2.11, 2.13, 2.19, 2.20.
 */
public final class SchemaRules {
  /** How many attributes of one user type may be unique. */
  public static final int MAX_UNIQUE = 5;

  private static final Set<String> RESERVED_IN_APPS = Set.of("groups", "schemas", "meta", "id");

  private final boolean ofUser;
  private final ProfileSchema before;
  private final ProfileSchema after;
  private final List<Breach> breaches = new ArrayList<>();

  /**
   * A rule that a change breaks.
   *
   * @param attribute whose change it is
   * @param message one line, lower case, no full stop
   * @param hint what to do instead, or empty
   */
  public record Breach(String attribute, String message, String hint) {}

  private SchemaRules(boolean ofUser, ProfileSchema before, ProfileSchema after) {
    this.ofUser = ofUser;
    this.before = before;
    this.after = after;
  }

  /** Every rule that a change of the schema of Okta users breaks, by name of attribute. */
  public static List<Breach> ofUser(ProfileSchema before, ProfileSchema after) {
    return new SchemaRules(true, before, after).all();
  }

  /** Every rule that a change of the schema of an app's users breaks, by name of attribute. */
  public static List<Breach> ofApp(ProfileSchema before, ProfileSchema after) {
    return new SchemaRules(false, before, after).all();
  }

  /**
   * The keywords of a base attribute that may change. {@code master} is among those of the Okta
   * user: attribute-level sourcing is set on base attributes too (okta-behaviour 5.5).
   */
  public static Set<String> editableOfBase(boolean ofUser, String name) {
    if (!ofUser) {
      return name.equals("userName") ? Set.of() : Set.of("required");
    }
    return switch (name) {
      case "login" -> Set.of("permissions", "master", "pattern");
      case "firstName", "lastName" -> Set.of("permissions", "master", "required");
      default -> Set.of("permissions", "master");
    };
  }

  private List<Breach> all() {
    for (AttributeDefinition old : before.attributes()) {
      AttributeDefinition now = after.attribute(old.name());
      if (now == null && old.base()) {
        add(old.name(), "base attribute `" + old.name() + "` cannot be deleted", "");
      } else if (now != null) {
        changed(old, now);
      }
    }
    for (AttributeDefinition now : after.attributes()) {
      if (before.attribute(now.name()) == null) {
        added(now);
      }
      AttributeDefinition old = before.attribute(now.name());
      boolean turnedOn = now.unique() && !now.base() && (old == null || !old.unique());
      if (turnedOn) {
        madeUnique(now);
      }
    }
    breaches.sort((left, right) -> left.attribute().compareTo(right.attribute()));
    return List.copyOf(breaches);
  }

  private void changed(AttributeDefinition old, AttributeDefinition now) {
    String name = old.name();
    if (old.kind() != now.kind()) {
      String message = "the type of `" + name + "` is fixed once it is there";
      add(name, message, "remove the attribute and add it again");
    }
    if (old.scope() != now.scope()) {
      String message = "the scope of `" + name + "` is fixed once it is there";
      add(name, message, "remove the attribute and add it again");
    }
    if (old.base() && !Objects.equals(allowed(old, now), now)) {
      Set<String> editable = editableOfBase(ofUser, name);
      add(name, "this of base attribute `" + name + "` cannot be changed", hint(editable));
    }
  }

  private static String hint(Set<String> editable) {
    return editable.isEmpty()
        ? "nothing of it can"
        : "only " + String.join(", ", editable.stream().sorted().toList()) + " can";
  }

  /** The old definition with what may have changed taken from the new one. */
  private AttributeDefinition allowed(AttributeDefinition old, AttributeDefinition now) {
    Set<String> editable = editableOfBase(ofUser, old.name());
    AttributeDefinition allowed = old;
    if (editable.contains("required")) {
      allowed = allowed.withRequired(now.required());
    }
    if (editable.contains("master")) {
      allowed = allowed.withMaster(now.master());
    }
    return editable.contains("pattern") ? allowed.withConstraints(pattern(old, now)) : allowed;
  }

  /** A pattern frees a login from its least length (okta-behaviour 2.15). */
  private static Constraints pattern(AttributeDefinition old, AttributeDefinition now) {
    Constraints from = old.constraints();
    Constraints to = now.constraints();
    @Nullable Integer least =
        Objects.equals(from.pattern(), to.pattern()) ? from.minLength() : to.minLength();
    return new Constraints(
        least, from.maxLength(), from.minimum(), from.maximum(), to.pattern(), from.enumeration());
  }

  private void added(AttributeDefinition now) {
    String name = now.name();
    if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,99}")) {
      String message = "`" + name + "` is no name that expressions could write";
      add(name, message, "use a letter, then letters, digits and `_`");
    }
    if (!ofUser && RESERVED_IN_APPS.contains(name.toLowerCase(Locale.ROOT))) {
      String message = "`" + name + "` is reserved in the schema of an app";
      add(name, message, "choose another name; what it is called at the app is its `externalName`");
    }
    for (AttributeDefinition other : after.attributes()) {
      if (!other.name().equals(name) && other.name().equalsIgnoreCase(name)) {
        String kind = other.base() ? "base attribute" : "attribute";
        String message = "`" + name + "` differs from " + kind + " `" + other.name() + "` by case";
        add(name, message + " only", "choose another name");
      }
    }
  }

  private void madeUnique(AttributeDefinition now) {
    long unique = after.attributes().stream().filter(each -> each.unique() && !each.base()).count();
    if (!ofUser) {
      String message = "`" + now.name() + "` cannot be unique in the schema of an app";
      add(now.name(), message, "only custom attributes of Okta users can");
    } else if (unique > MAX_UNIQUE) {
      String message = "more than " + MAX_UNIQUE + " attributes would be unique";
      add(now.name(), message, "make another one not unique first");
    }
  }

  private void add(String attribute, String message, String hint) {
    breaches.add(new Breach(attribute, message, hint));
  }
}
