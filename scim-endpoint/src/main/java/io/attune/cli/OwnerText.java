package io.attune.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.profile.AttributeMaster;
import io.attune.sourcing.AttributeOwner;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose an attribute is, in words and in JSON. */
final class OwnerText {
  private OwnerText() {}

  static String named(@Nullable String app) {
    return app == null ? "Okta" : app;
  }

  /** The rule, and everybody who was passed over. */
  static String why(AttributeOwner owner) {
    String passed =
        owner.passedOver().stream()
            .map(other -> other.app() + " (" + words(other.reason().name()) + ")")
            .collect(Collectors.joining(", "));
    return rule(owner) + (passed.isEmpty() ? "" : "; not " + passed);
  }

  /** The apps that were passed over for this reason. */
  static List<String> passedOver(AttributeOwner owner, AttributeOwner.Reason reason) {
    return owner.passedOver().stream()
        .filter(other -> other.reason() == reason)
        .map(AttributeOwner.PassedOver::app)
        .toList();
  }

  /** What would make an attribute that nobody owns that of a source. */
  static String wouldOwn(AttributeOwner owner) {
    return owner.passedOver().stream()
        .map(
            other ->
                other.reason() == AttributeOwner.Reason.NOT_A_SOURCE
                    ? other.app() + " as a source"
                    : "an active link to " + other.app())
        .collect(Collectors.joining(", or "));
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String rule(AttributeOwner owner) {
    boolean overrides = owner.rule() == AttributeMaster.Type.OVERRIDE;
    if (owner.rule() == AttributeMaster.Type.OKTA) {
      return "kept in Okta by its schema";
    }
    if (owner.app() == null) {
      return overrides
          ? "no source of its own list has the person: the value stays"
          : "no source has the person: the value stays";
    }
    return overrides ? "first of its own list" : "first of the org's sources";
  }

  static void json(ObjectNode json, AttributeOwner owner) {
    json.put("owner", owner.app());
    json.put("master", owner.rule().name());
    ArrayNode passed = json.putArray("passedOver");
    owner
        .passedOver()
        .forEach(
            other ->
                passed.addObject().put("app", other.app()).put("reason", other.reason().name()));
  }
}
