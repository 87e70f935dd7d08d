package io.attune.workspace;

import io.attune.json.JsonValue;
import io.attune.json.JsonValue.JsonArray;
import io.attune.json.JsonValue.JsonText;
import io.attune.plan.Confirmation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code features.json}: INBOUND_PROVISIONING, and of USER_PROVISIONING what a check reads. Source:
 * Okta Application Features API; okta-behaviour 3.4, 4.1.
 *
 * @param exactMatch by what a record matches exactly
 * @param exactMatchText where the file says so, or null if it does not
 * @param partialMatch whether equal names are a partial match
 * @param confirmation what needs no person
 * @param usernameExpression the CUSTOM username format; null means EMAIL
 * @param createsUsers whether To App creates accounts
 * @param updatesUsers whether To App sends changes of profiles
 */
record FeaturesFile(
    ExactMatch exactMatch,
    @Nullable JsonText exactMatchText,
    boolean partialMatch,
    Confirmation confirmation,
    @Nullable JsonText usernameExpression,
    boolean createsUsers,
    boolean updatesUsers) {
  /** The values of {@code exactMatchCriteria}. */
  enum ExactMatch {
    EMAIL,
    USERNAME
  }

  private enum UsernameFormat {
    EMAIL,
    CUSTOM
  }

  static FeaturesFile read(String file, @Nullable JsonValue document, Findings findings) {
    List<JsonValue> features =
        document instanceof JsonArray array
            ? array.elements()
            : document == null ? List.of() : List.of(document);
    Fields inbound = Fields.of(file, null, findings);
    Fields outbound = Fields.of(file, null, findings);
    for (JsonValue feature : features) {
      Fields fields = Fields.of(file, feature, findings);
      if (Objects.equals(fields.text("name"), "INBOUND_PROVISIONING")) {
        inbound = fields.object("capabilities");
      } else if (Objects.equals(fields.text("name"), "USER_PROVISIONING")) {
        outbound = fields.object("capabilities");
      }
    }
    Fields rules = inbound.object("importRules").object("userCreateAndMatch");
    Fields username = inbound.object("importSettings").object("username");
    UsernameFormat format =
        username.constant("usernameFormat", UsernameFormat.class, UsernameFormat.EMAIL);
    username.text("userNameExpression");
    JsonValue expression = username.get("userNameExpression");
    return new FeaturesFile(
        rules.constant("exactMatchCriteria", ExactMatch.class, ExactMatch.EMAIL),
        rules.get("exactMatchCriteria") instanceof JsonText criteria ? criteria : null,
        rules.flag("allowPartialMatch", false),
        new Confirmation(
            rules.flag("autoConfirmExactMatch", false),
            rules.flag("autoConfirmPartialMatch", false),
            rules.flag("autoConfirmNewUsers", false),
            rules.flag("autoActivateNewUsers", false)),
        format == UsernameFormat.CUSTOM && expression instanceof JsonText text ? text : null,
        isEnabled(outbound.object("create").object("lifecycleCreate")),
        isEnabled(outbound.object("update").object("profile")));
  }

  private static boolean isEnabled(Fields setting) {
    return Objects.equals(setting.text("status"), "ENABLED");
  }
}
